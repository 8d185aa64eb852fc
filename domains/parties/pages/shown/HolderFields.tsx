import type { listProvisions } from '#domains/consent/api.ts';
import { stateOfProvision } from '#domains/consent/model.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import type { Typed } from '#ui/Form/read-typed.ts';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import type { Me } from '#ui/me.ts';
import type { listBodies } from '../../api.ts';

type Body = OutputOf<typeof listBodies>['bodies'][number];
type Provision = OutputOf<typeof listProvisions>['provisions'][number];

/** Whose record a new household can become: the own body's, or that of a body that has entrusted its own to it. */
export function holdersFor(me: Me, bodies: readonly Body[], provisions: readonly Provision[]): Body[] {
  const entrusting = provisions.filter(
    (one) =>
      !one.own &&
      one.basis.acts_for_holder &&
      one.facets.includes('household') &&
      stateOfProvision(one, me.today) === 'open',
  );
  const served = new Set([me.current?.body.id, ...entrusting.map(({ holder }) => holder.id)]);
  return bodies.filter(({ id }) => served.has(id));
}

/** Those who keep households of a district, its own council first: a household is usually its record. */
function holdersIn(district: string | undefined, holders: readonly Body[]): Body[] {
  return [
    ...holders.filter(({ district_id }) => district_id !== null && district_id === district),
    ...holders.filter(({ district_id }) => district_id === null),
  ];
}

/** Where the household lives and whose record it becomes, as far as that was not asked. */
export function readHolder(typed: Typed, holders: readonly Body[], districts: Me['districts']) {
  const district = districts.length === 1 ? districts[0]?.id : (typed.district_id as string | undefined);
  const possible = holdersIn(district, holders);
  const chosen = possible.find(({ id }) => id === typed[nameOfChoice(district)]) ?? possible[0];
  return { ...(district && { district_id: district }), ...(chosen && { holder_id: chosen.id }) };
}

/** A choice of its own for each district, so that none is kept when another district is chosen. */
function nameOfChoice(district: string | undefined): string {
  return `holder-in-${district}`;
}

interface HolderFieldsProps {
  typed: Typed;
  holders: readonly Body[];
  districts: Me['districts'];
}

/** Asked only of those who can register in several districts or for several bodies. */
export function HolderFields({ typed, holders, districts }: HolderFieldsProps) {
  const { district_id: district } = readHolder(typed, holders, districts);
  const possible = holdersIn(district, holders);
  return (
    <>
      {districts.length > 1 && (
        <SelectField
          name="district_id"
          label={m.parties_district()}
          required
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {district && possible.length > 1 && (
        <RadioGroup
          key={district}
          name={nameOfChoice(district)}
          label={m.parties_register_holder()}
          required
          initial={possible[0]?.id}
          choices={possible.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  );
}
