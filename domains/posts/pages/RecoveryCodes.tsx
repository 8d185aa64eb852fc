import { useState } from 'react';
import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { makeRecoveryCodes, readFactors } from '../api.ts';
import { ProveAgain } from './shown/ProveAgain.tsx';

export async function loader({ request }: PageArgs) {
  return call(readFactors, {}, { signal: request.signal });
}

/** Printed codes that stand in for the second factor: made, shown this once, and taken along on paper. */
export function Component() {
  const { fresh, totp, passkeys } = useLoaderData<typeof loader>();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <>
      <PageHeader
        title={m.posts_recovery_title()}
        lead={m.posts_recovery_lead()}
        trail={[{ label: m.posts_security_title(), to: '/me/security' }]}
      />
      {codes ? (
        <Codes codes={codes} />
      ) : !fresh ? (
        <ProveAgain totp={totp} passkeys={passkeys.length > 0} />
      ) : (
        <div className="grid justify-items-start gap-4">
          <p>{m.posts_recovery_replaces()}</p>
          <CommandButton
            op={makeRecoveryCodes}
            input={{}}
            look="solid"
            done={({ secret_codes }) => setCodes(secret_codes)}
          >
            {m.posts_recovery_make()}
          </CommandButton>
        </div>
      )}
    </>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  const { account, town, today } = useMe();
  return (
    <div className="grid justify-items-start gap-6">
      <div className="print:hidden">
        <Notice tone="success">{m.posts_recovery_once()}</Notice>
      </div>
      {account && (
        <p>
          {m.posts_recovery_whose({
            town: town.name,
            name: account.name,
            sign_in_name: account.sign_in_name,
            day: formatDay(today),
          })}
        </p>
      )}
      <ol className="grid list-decimal gap-3 pl-14 font-mono text-std-20B-150">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p>{m.posts_recovery_each_once()}</p>
      <div className="flex flex-wrap gap-4 print:hidden">
        <Button look="solid" onPress={() => window.print()}>
          {m.posts_code_print()}
        </Button>
        <ButtonLink look="text" to="/me/security">
          {m.posts_recovery_back()}
        </ButtonLink>
      </div>
    </div>
  );
}
