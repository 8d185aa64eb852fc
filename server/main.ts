import { listSampleCast, sampleAuthenticator, samplePassword } from '#domains/posts/fixtures.ts';
import { roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { Refusal } from '#platform/refusal.ts';
import { openSaying } from './progress.ts';
import { startTown } from './town.ts';

/** `npm start`: the town comes up, says where it is and who can sign in, and goes down cleanly on Ctrl-C. */
const saying = openSaying(process.stdout);
try {
  const town = await startTown({
    env: process.env,
    empty: process.argv.includes('--empty'),
    saying,
  });
  saying.say(m.server_ready({ address: town.address }));
  if (town.sample) {
    saying.say(m.server_sample());
    for (const { signInName, name, roles } of listSampleCast()) {
      const posts = roles.map((role) => roleWords[role]()).join(m.posts_comma());
      saying.say(m.server_sample_person({ sign_in_name: signInName.padEnd(12), name, posts }));
    }
    saying.say(m.server_sample_proofs({ password: samplePassword, secret: sampleAuthenticator }));
  }
  if (town.empty) saying.say(m.server_first_run({ address: town.address }));
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      town.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
