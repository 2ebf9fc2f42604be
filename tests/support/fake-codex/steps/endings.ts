import type { Ending } from '../turn.ts';
import type { StepOf } from './schema.ts';
import { hang, type Stage } from './stage.ts';

export function finish({ turn }: Stage, step: { readonly text: string }): Ending {
  const answers = turn.answers.map((answer, index) => `\nrequest ${index}: ${answer}`).join('');
  return { status: 'completed', text: `${step.text}${answers}` };
}

export function fail(step: StepOf<'fail'>): Ending {
  return { status: 'failed', error: { message: step.message, codexErrorInfo: step.codexErrorInfo } };
}

export async function errorThenNothing({ turn }: Stage, step: StepOf<'errorThenNothing'>): Promise<never> {
  const error = { message: step.message, codexErrorInfo: step.codexErrorInfo, additionalDetails: null };
  turn.statusChanged({ type: 'systemError' });
  turn.notify('error', { error, willRetry: false });
  return await hang(turn);
}

export function exitAfterTurn(step: StepOf<'exitAfterTurn'>): Ending {
  return { status: 'completed', text: step.text, exitAfterMs: step.afterMs };
}

export function completeThenExitAtOnce(step: StepOf<'completeThenExitAtOnce'>): Ending {
  return { status: 'completed', text: step.text, exitAfterMs: 0 };
}
