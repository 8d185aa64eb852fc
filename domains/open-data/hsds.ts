import { writeTimes } from '#domains/places/openings.ts';
import * as m from '#messages';
import { deriveId } from './derived-id.ts';
import { weekdayCodes, writeRecurrence } from './place-calendar.ts';
import type { Directory } from './standard-rows.ts';
import { prefectureOf } from './standard-sets.ts';
import { toPhoneNumber } from './written-out.ts';

type Place = Directory['places'][number];
/** A row of a table of HSDS; what is not known is left out. */
export type Entity = Readonly<Record<string, unknown>> & { readonly id: string };

/** The tables of HSDS 3.0 that Kanaeau has something for. */
export interface HsdsTables {
  readonly organizations: readonly Entity[];
  readonly services: readonly Entity[];
  readonly locations: readonly Entity[];
  readonly service_at_locations: readonly Entity[];
  readonly addresses: readonly Entity[];
  readonly phones: readonly Entity[];
  readonly schedules: readonly Entity[];
  readonly languages: readonly Entity[];
  readonly accessibility: readonly Entity[];
  readonly cost_options: readonly Entity[];
  readonly service_areas: readonly Entity[];
}

/**
 * What is published of places as the tables of HSDS 3.0 (Open Referral). A place is one service at one location; who runs it is an
 * organization, by its name in its district. What is offered by nobody who may be named stands under the town that publishes it.
 */
export function makeHsdsTables(directory: Directory): HsdsTables {
  const places = directory.places;
  const organizations = new Map<string, Entity>();
  for (const place of places) {
    const one = organizationOf(place, directory);
    organizations.set(one.id, one);
  }
  return {
    organizations: [...organizations.values()],
    services: places.map((place) => serviceOf(place, directory)),
    locations: places.map((place) => locationOf(place, directory)),
    service_at_locations: places.map((place) => ({
      id: deriveId(`service at location ${place.id}`),
      service_id: place.id,
      location_id: locationId(place),
    })),
    addresses: places.flatMap((place) => addressesOf(place, directory)),
    phones: places.flatMap(phonesOf),
    schedules: places.flatMap(schedulesOf),
    languages: places.flatMap((place) => languagesOf(place, directory)),
    accessibility: places.flatMap((place) => accessibilityOf(place, directory)),
    cost_options: places.flatMap(costsOf),
    service_areas: places.flatMap(areasOf),
  };
}

const locationId = ({ id }: Place) => deriveId(`location ${id}`);

function organizationOf(place: Place, { town }: Directory): Entity {
  if (!place.run_by)
    return {
      id: deriveId(`town ${town?.code ?? ''}`),
      name: town?.name ?? '',
      description: m.open_data_hsds_town(),
    };
  return {
    id: deriveId(`organization ${place.district_id ?? ''} ${place.run_by}`),
    name: place.run_by,
    description: m.open_data_hsds_organization({ where: place.district_name ?? town?.name ?? '' }),
  };
}

function serviceOf(place: Place, directory: Directory): Entity {
  return {
    id: place.id,
    organization_id: organizationOf(place, directory).id,
    name: place.name,
    alternate_name: place.kana,
    description: place.what,
    status: 'active',
    ...said({
      eligibility_description: place.for_whom,
      fees_description: place.cost,
      application_process: [hsdsEntryWords[place.entry](), place.contact].filter(Boolean).join(' '),
    }),
    assured_date: place.confirmed_on,
    last_modified: `${place.confirmed_on}T00:00:00+09:00`,
  };
}

const hsdsEntryWords = {
  just_come: m.places_entry_just_come,
  call_first: m.places_entry_call_first,
  introduction: m.places_entry_introduction,
};

function locationOf(place: Place, directory: Directory): Entity {
  const { latitude, longitude } = place;
  return {
    id: locationId(place),
    organization_id: organizationOf(place, directory).id,
    location_type: 'physical',
    name: place.name,
    alternate_name: place.kana,
    ...(latitude !== null && longitude !== null ? { latitude, longitude } : {}),
    ...said({
      description: place.district_name && m.open_data_hsds_district({ district: place.district_name }),
    }),
  };
}

/** HSDS asks for a postal code; where the town keeps none it is blank, and nothing is made up. */
function addressesOf(place: Place, { town }: Directory): Entity[] {
  if (!place.address || !town) return [];
  return [
    {
      id: deriveId(`address ${place.id}`),
      location_id: locationId(place),
      address_1: place.address,
      city: town.name,
      state_province: prefectureOf(town.code),
      postal_code: '',
      country: 'JP',
      address_type: 'physical',
    },
  ];
}

function phonesOf(place: Place): Entity[] {
  const number = toPhoneNumber(place.contact);
  if (!number) return [];
  return [{ id: deriveId(`phone ${place.id}`), service_id: place.id, number, type: 'voice' }];
}

function schedulesOf(place: Place): Entity[] {
  return place.times.map((rule) => {
    const recurrence = new Map(
      writeRecurrence(rule)
        .split(';')
        .map((part): [string, string] => [
          part.slice(0, part.indexOf('=')),
          part.slice(part.indexOf('=') + 1),
        ]),
    );
    return {
      id: deriveId(`schedule ${place.id} ${JSON.stringify(rule)}`),
      service_id: place.id,
      // Hours from UTC.
      timezone: 9,
      wkst: weekdayCodes[0],
      freq: recurrence.get('FREQ'),
      interval: 1,
      byday: recurrence.get('BYDAY'),
      opens_at: `${rule.from}+09:00`,
      closes_at: `${rule.until}+09:00`,
      description: writeTimes([rule], place.times_words),
    };
  });
}

/** ISO 639-1 codes of what a town calls its languages; easy Japanese is Japanese with a note. */
const isoOf: Readonly<Record<string, string>> = { easy_ja: 'ja' };

function languagesOf(place: Place, { languages }: Directory): Entity[] {
  return place.languages.map((code) => ({
    id: deriveId(`language ${place.id} ${code}`),
    service_id: place.id,
    name: languages.find((one) => one.code === code)?.label ?? code,
    code: isoOf[code] ?? code,
  }));
}

function accessibilityOf(place: Place, { access }: Directory): Entity[] {
  const words = [
    ...place.access.map((code) => access.find((one) => one.code === code)?.label ?? code),
    ...(place.access_words ? [place.access_words] : []),
  ];
  return words.map((description) => ({
    id: deriveId(`accessibility ${place.id} ${description}`),
    location_id: locationId(place),
    description,
  }));
}

function costsOf(place: Place): Entity[] {
  if (!place.cost) return [];
  return [
    {
      id: deriveId(`cost ${place.id}`),
      service_id: place.id,
      currency: 'JPY',
      amount_description: place.cost,
    },
  ];
}

function areasOf(place: Place): Entity[] {
  if (!place.district_name) return [];
  return [{ id: deriveId(`area ${place.id}`), service_id: place.id, name: place.district_name }];
}

/** What there is to say; blanks are left out. */
function said(words: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, one]) => (one === null || one === '' ? [] : [[name, one]])),
  );
}
