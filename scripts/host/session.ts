import type { Claude } from './claude.ts';
import { type Line, MessagesApi, type Move } from './messages-api.ts';
import type { Shell } from './shell.ts';
import { expectThat, type Steps } from './steps.ts';

interface Scene {
  readonly name: string;
  readonly prompt: string;
  readonly script: readonly Line[];
  /** What a tool answered, as a pattern; in this order, and others may lie between. */
  readonly hears: readonly RegExp[];
}

/** Without an escaped blank: the host asks about those, wherever in a line they are. */
const TEXT = `it's "$(touch /tmp/never)" \`id\` ; & | > $HOME --write\n\nsecond paragraph`;

/** The id of a review. */
const REVIEW = /review-[0-9a-z]{9}-[0-9a-z]{8}/u;

const WORD = 'REQUEST_q8Zk2VdXw0TnLs4B';

/**
 * Sessions of the real host, in which only the model is a script: it expands our commands, gives out our permissions, finds
 * our launcher, runs our hooks and our agent. What a command is not allowed, nobody is there to allow.
 */
const SCENES: readonly Scene[] = [
  {
    name: '/codex:status',
    prompt: '/codex:status --all',
    script: [bash('codex-companion status --all'), { say: 'a table' }],
    hears: [/<arguments>\n--all\n<\/arguments>/u, /# Codex Status/u],
  },
  {
    name: '/codex:setup',
    prompt: '/codex:setup',
    script: [bash('codex-companion setup --json'), { say: 'ready' }],
    hears: [/"ready": true/u],
  },
  {
    name: '/codex:rescue, by the agent',
    prompt: `/codex:rescue ${TEXT}`,
    script: [
      bash('codex-companion task-resume-candidate --json'),
      {
        tool: 'Agent',
        input: { subagent_type: 'codex:codex-rescue', description: 'Codex', prompt: `--fresh\n\n${TEXT}` },
      },
      bash('mktemp -u REQUEST_XXXXXXXXXXXXXXXX'),
      bash(`codex-companion task --write --prompt-file - <<'${WORD}'\n${TEXT}\n${WORD}`),
      { say: 'fake answer, said the agent' },
      { say: 'fake answer' },
    ],
    // The id of the session comes from our hook at its start.
    hears: [/"sessionId": "[0-9a-f-]{36}"/u, /^REQUEST_\w{16}$/mu, /^fake answer$/mu, /said the agent/u],
  },
  {
    name: '/codex:review in the background',
    prompt: '/codex:review --background',
    script: [bash('codex-companion review --background'), { say: 'started' }],
    hears: [/Codex Review started in the background as review-/u],
  },
  {
    name: '/codex:result of that review, in the next session',
    prompt: '/codex:result',
    script: [
      bash('codex-companion status --all'),
      (told) => bash(`codex-companion result ${REVIEW.exec(told)?.[0]}`),
      { say: 'shown' },
    ],
    hears: [REVIEW, /fake review of current changes/u],
  },
];

const GATE: Scene = {
  name: 'the review gate holds a turn back, and lets the next one go',
  prompt: 'mend the parser',
  script: [{ say: verdict('BLOCK: the parser still fails') }, { say: verdict('ALLOW: it is mended') }],
  hears: [/Codex stop-time review found issues [^\n]*: the parser still fails/u],
};

export async function checkSessions(claude: Claude, shell: Shell, steps: Steps): Promise<void> {
  for (const scene of SCENES) await steps.check(`a session: ${scene.name}`, () => play(claude, scene));
  await steps.check(`a session: ${GATE.name}`, async () => {
    await shell.runWell('codex-companion setup --enable-review-gate');
    try {
      return await play(claude, GATE);
    } finally {
      await shell.runWell('codex-companion setup --disable-review-gate');
    }
  });
}

/** What Claude says is in the reviewer's prompt, and there it tells the fake Codex how to answer. */
function verdict(text: string): string {
  return `done. FAKE${JSON.stringify({ do: [{ do: 'finish', text }] })}`;
}

async function play(claude: Claude, { prompt, script, hears }: Scene): Promise<string> {
  const api = await MessagesApi.start(script);
  try {
    const env = { ANTHROPIC_BASE_URL: api.url, ANTHROPIC_API_KEY: 'nobody-s' };
    const { code, stdout, stderr, ms } = await claude.run(['-p', prompt], { env });
    const told = `${stdout}${stderr}\n${api.heard.map((text) => text.slice(-800)).join('\n---\n')}`;
    expectThat(code === 0 && api.left === 0, 'the whole script to be played', `${code}, ${api.left} left: ${told}`);
    // A hook that fails says so there.
    expectThat(!/hook.* (?:failed|error)/iu.test(stdout + stderr), 'no word of a hook that failed', stdout + stderr);
    let from = 0;
    for (const pattern of hears) {
      const at = api.heard.findIndex((text, index) => index >= from && pattern.test(text));
      expectThat(at >= 0, `the model to hear ${pattern}`, told);
      from = at;
    }
    return `${ms} ms: ${stdout}`;
  } finally {
    api.close();
  }
}

function bash(command: string): Move {
  return { tool: 'Bash', input: { command, description: 'asks Codex' } };
}
