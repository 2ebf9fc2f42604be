import type { Ending } from '../turn.ts';
import { approval, request } from './asks.ts';
import { flood, garbage, longLine, noNewline, stderr } from './bytes.ts';
import { command } from './command.ts';
import { completeThenExitAtOnce, errorThenNothing, exitAfterTurn, fail, finish } from './endings.ts';
import { fileChange, reason, say, tool } from './items.ts';
import { error, notify, pulse, rateLimits, usage, warning } from './notices.ts';
import { crash, exit, freeze, stopAnswering } from './process.ts';
import type { Step } from './schema.ts';
import { hang, type Stage, wait } from './stage.ts';
import { subagent } from './subagent.ts';

/** Plays one step; an ending when the step is the turn's last. Rejects when the turn is interrupted meanwhile. */
export async function play(stage: Stage, step: Step): Promise<Ending | undefined> {
  switch (step.do) {
    case 'finish':
      return finish(stage, step);
    case 'fail':
      return fail(step);
    case 'interruptedByItself':
      return { status: 'interrupted' };
    case 'errorThenNothing':
      return await errorThenNothing(stage, step);
    case 'exitAfterTurn':
      return exitAfterTurn(step);
    case 'completeThenExitAtOnce':
      return completeThenExitAtOnce(step);
    default:
      await playOn(stage, step);
      return undefined;
  }
}

type Ongoing = Exclude<
  Step,
  { do: 'finish' | 'fail' | 'interruptedByItself' | 'errorThenNothing' | 'exitAfterTurn' | 'completeThenExitAtOnce' }
>;

async function playOn(stage: Stage, step: Ongoing): Promise<void> {
  switch (step.do) {
    case 'say':
      return await say(stage, step);
    case 'reason':
      return reason(stage, step);
    case 'command':
      return await command(stage, step);
    case 'fileChange':
      return fileChange(stage, step);
    case 'tool':
      return await tool(stage, step);
    case 'subagent':
      return await subagent(stage, step);
    case 'usage':
      return usage(stage, step);
    case 'rateLimits':
      return rateLimits(stage, step);
    case 'error':
      return await error(stage, step);
    case 'warning':
      return warning(stage, step);
    case 'notify':
      return notify(stage, step);
    case 'pulse':
      return await pulse(stage, step);
    case 'flood':
      return await flood(stage, step);
    case 'garbage':
      return garbage(stage, step);
    case 'longLine':
      return longLine(stage, step);
    case 'noNewline':
      return noNewline(stage, step);
    case 'stderr':
      return await stderr(step);
    case 'approval':
      return await approval(stage, step);
    case 'request':
      return await request(stage, step);
    default:
      return await control(stage, step);
  }
}

type Control = Extract<
  Ongoing,
  {
    do:
      | 'wait'
      | 'hang'
      | 'hangHard'
      | 'completeWhenInterrupted'
      | 'noThreadStartReply'
      | 'noTurnStartReply'
      | 'turnStartedBeforeResponse'
      | 'refuseTurn'
      | 'exit'
      | 'crash'
      | 'freeze'
      | 'stopAnswering';
  }
>;

async function control({ app, turn }: Stage, step: Control): Promise<void> {
  switch (step.do) {
    case 'wait':
      return await wait(turn, step.ms);
    case 'hang':
      return await hang(turn);
    case 'hangHard':
      turn.whenInterrupted = 'unanswered';
      return await hang(turn);
    case 'completeWhenInterrupted':
      turn.whenInterrupted = { status: 'completed', text: step.text };
      return;
    case 'noThreadStartReply':
      app.threadStartSilent = true;
      return;
    case 'noTurnStartReply':
    case 'turnStartedBeforeResponse':
    case 'refuseTurn':
      // Played when the turn was asked for.
      return;
    case 'exit':
      return exit(step);
    case 'crash':
      return await crash();
    case 'freeze':
      return freeze();
    case 'stopAnswering':
      return await stopAnswering(app, step);
  }
}
