import type { CodexResult, ThreadSettings } from '../codex/requests.ts';
import type { JobRequest } from '../contract/job.ts';
import type { JsonValue } from '../contract/json.ts';
import type { Link } from './link.ts';
import type { TaskInput } from './port.ts';

/** Starts or resumes the job's Codex thread, and reports what the app-server will really use. @returns its id. */
export async function openThread(input: TaskInput, link: Link): Promise<string> {
  const opened = await startOrResume(input, link);
  link.threadReady(opened.thread.id, {
    model: opened.model,
    effort: input.request.effort ?? opened.reasoningEffort,
    sandbox: opened.sandbox,
    approvalPolicy: opened.approvalPolicy,
    codexVersion: input.codexVersion,
  });
  return opened.thread.id;
}

function startOrResume({ cwd, request }: TaskInput, link: Link): Promise<CodexResult<'thread/start'>> {
  const settings = settingsOf(cwd, request);
  const { resumeThreadId } = request;
  if (resumeThreadId === null) return link.call('thread/start', { ...settings, ephemeral: false });
  return link.call('thread/resume', { ...settings, threadId: resumeThreadId, excludeTurns: true });
}

function settingsOf(cwd: string, request: JobRequest): ThreadSettings {
  const { sandbox, model, onApproval } = request;
  const config = overridesOf(request);
  return {
    cwd,
    // What is declined need not be asked.
    approvalPolicy: onApproval === 'decline' ? 'never' : 'on-request',
    ...(sandbox === null ? {} : { sandbox }),
    ...(model === null ? {} : { model }),
    ...(Object.keys(config).length === 0 ? {} : { config }),
  };
}

/** What a thread takes only as a part of the user's configuration. */
function overridesOf({ network, addDirs, review, model, effort }: JobRequest): { [key: string]: JsonValue } {
  return {
    ...(network ? { 'sandbox_workspace_write.network_access': true } : {}),
    ...(addDirs.length > 0 ? { 'sandbox_workspace_write.writable_roots': [...addDirs] } : {}),
    // A review has no parameters of its own for these, and a reviewer that may be another model than the thread's.
    ...(review !== null && model !== null ? { review_model: model } : {}),
    ...(review !== null && effort !== null ? { model_reasoning_effort: effort } : {}),
  };
}
