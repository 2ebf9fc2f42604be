// Hands one job to Codex, says on stderr what it does, and prints its answer. Exits as the job ended.
//
//   node watch-and-run.js "Why does the login test fail?"
import { type BusEvent, connect } from 'codex-companion/client';

const prompt = process.argv[2] ?? 'Say hello';

await using companion = await connect({ onWarning: (sentence) => console.error(sentence) });

const { id } = await companion.submit({ prompt, timeoutMs: 10 * 60_000 });
console.error(`${id} is accepted`);

for await (const item of companion.follow(id)) {
  if (item.kind === 'event') console.error(`${item.envelope.at} ${describe(item.envelope.event)}`);
  if (item.kind === 'gap') console.error(`(events ${item.from} to ${item.to} were missed)`);
  if (item.kind === 'ended') console.error('(the broker has ended; the job is in its record)');
}

// The record has the last word, whether or not every event came.
const job = await companion.wait(id);
console.log(job.text || job.errorMessage);
process.exitCode = job.status === 'completed' ? 0 : 1;

function describe(event: BusEvent): string {
  switch (event.type) {
    case 'job.progressed':
      return event.facts.map((fact) => ('label' in fact ? `${fact.kind}: ${fact.label}` : fact.kind)).join(', ');
    case 'job.failed':
      return `failed (${event.reason}): ${event.message}`;
    default:
      return event.type;
  }
}
