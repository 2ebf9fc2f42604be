import type { Tool } from './request.ts';
import { newItemId, type Sse } from './sse.ts';
import type { StepOf } from './steps.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Writes tool calls in whichever way the request's tools allow. */
export class ToolCalls {
  readonly #sse: Sse;
  readonly #tools: readonly Tool[];

  constructor(sse: Sse, tools: readonly Tool[]) {
    this.#sse = sse;
    this.#tools = tools;
  }

  functionCall(name: string, args: Arguments, namespace: string | undefined): void {
    this.#call('function_call', 'fc', { name, arguments: JSON.stringify(args) }, namespace);
  }

  customCall(name: string, input: string, namespace: string | undefined): void {
    this.#call('custom_tool_call', 'ctc', { name, input }, namespace);
  }

  shell(command: string, extra: Arguments = {}): void {
    const code = this.#codeMode();
    if (code !== undefined) {
      const yieldMs = JSON.stringify(extra['yield_time_ms'] ?? 30_000);
      const call = JSON.stringify({ cmd: command, ...extra });
      const script = `// @exec: {"yield_time_ms": ${yieldMs}}\ntext(await tools.exec_command(${call}));`;
      this.customCall('exec', script, code.namespace);
    } else if (this.#tool('exec_command') !== undefined) {
      this.functionCall('exec_command', { cmd: command, ...extra }, undefined);
    } else if (this.#tool('shell_command') !== undefined) {
      this.functionCall('shell_command', { command, ...extra }, undefined);
    } else {
      this.functionCall('shell', { command: ['bash', '-lc', command], ...extra }, undefined);
    }
  }

  patch(step: StepOf<'patch'>): void {
    const patch = step.patch ?? addFile(step.file ?? 'stub-new.txt', step.content ?? 'x');
    const code = this.#codeMode();
    const tool = this.#tool('apply_patch');
    if (code !== undefined) {
      this.customCall('exec', `text(await tools.apply_patch(${JSON.stringify(patch)}));`, code.namespace);
    } else if (tool?.type === 'custom') {
      this.customCall('apply_patch', patch, undefined);
    } else if (tool !== undefined) {
      this.functionCall('apply_patch', { input: patch }, undefined);
    } else {
      this.shell(`apply_patch <<'EOF'\n${patch}\nEOF`);
    }
  }

  /** "Code mode": the only tool runs JavaScript, which calls the others. */
  #codeMode(): Tool | undefined {
    return this.#tools.find((tool) => tool.name === 'exec' && tool.type === 'custom');
  }

  #tool(name: string): Tool | undefined {
    return this.#tools.find((tool) => tool.name === name);
  }

  #call(type: string, prefix: string, fields: object, namespace: string | undefined): void {
    const space = namespace === undefined ? {} : { namespace };
    const ids = { id: newItemId(prefix), call_id: newItemId('call') };
    this.#sse.item({ type, ...ids, ...fields, ...space, status: 'completed' });
  }
}

function addFile(file: string, content: string): string {
  const lines = content.split('\n').map((line) => `+${line}`);
  return ['*** Begin Patch', `*** Add File: ${file}`, ...lines, '*** End Patch'].join('\n');
}
