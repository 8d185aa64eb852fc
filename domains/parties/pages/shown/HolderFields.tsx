import type { listProvisions } from '#domains/consent/api.ts';
import { stateOfProvision } from '#domains/consent/model.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { Typed } from '#ui/Form/read-typed.ts';
import { SelectField } from '#ui/fields/SelectField.tsx';
import type { Me } from '#ui/me.ts';
import type { listBodies } from '../../api.ts';

type Body = OutputOf<typeof listBodies>['bodies'][number];
type Provision = OutputOf<typeof listProvisions>['provisions'][number];

/** Whose record a new household can become: the own body's first, then of those who have entrusted theirs to it. */
export function holdersFor(me: Me, bodies: readonly Body[], provisions: readonly Provision[]): Body[] {
  const entrusting = provisions.filter(
    (one) =>
      !one.own &&
      one.basis.acts_for_holder &&
      one.facets.includes('household') &&
      stateOfProvision(one, me.today) === 'open',
  );
  return [
    ...bodies.filter(({ id }) => id === me.current?.body.id),
    ...bodies.filter(({ id }) => entrusting.some(({ holder }) => holder.id === id)),
  ];
}

interface HolderFieldsProps {
  typed: Typed;
  holders: readonly Body[];
  districts: Me['districts'];
}

/** Asked only of those who can register for several bodies or in several districts. */
export function HolderFields({ typed, holders, districts }: HolderFieldsProps) {
  const [own] = holders;
  const holder = holders.find(({ id }) => id === typed.holder_id) ?? own;
  return (
    <>
      {holders.length > 1 && (
        <SelectField
          name="holder_id"
          label={m.parties_register_holder()}
          hint={m.parties_register_holder_hint()}
          required
          width="full"
          initial={own?.id}
          choices={holders.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {!holder?.district_id && districts.length > 1 && (
        <SelectField
          name="district_id"
          label={m.parties_district()}
          required
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}
