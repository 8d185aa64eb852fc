import type { Entity, HsdsTables } from './hsds.ts';

/** A page of a list, as the API of HSDS 3.0 wants it. */
export interface HsdsPage {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly object[];
}

/** @param page counted from 1; one beyond the last is empty */
export function makePage(all: readonly object[], page: number, perPage: number): HsdsPage {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const contents = all.slice((page - 1) * perPage, page * perPage);
  return {
    total_items: all.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

const of = (rows: readonly Entity[], name: string, id: unknown) => rows.filter((row) => row[name] === id);
const one = (rows: readonly Entity[], id: unknown) => rows.find((row) => row.id === id);

/** A service as it stands in a list: with who offers it. */
export function listedService(tables: HsdsTables, service: Entity): object {
  return { ...service, organization: one(tables.organizations, service.organization_id) };
}

/** A service with everything that belongs to it. */
export function wholeService(tables: HsdsTables, service: Entity): object {
  return {
    ...listedService(tables, service),
    phones: of(tables.phones, 'service_id', service.id),
    schedules: of(tables.schedules, 'service_id', service.id),
    service_areas: of(tables.service_areas, 'service_id', service.id),
    languages: of(tables.languages, 'service_id', service.id),
    cost_options: of(tables.cost_options, 'service_id', service.id),
    service_at_locations: of(tables.service_at_locations, 'service_id', service.id).map((at) => ({
      ...at,
      location: wholeLocation(tables, at.location_id),
    })),
  };
}

export function wholeLocation(tables: HsdsTables, id: unknown): object {
  return {
    ...one(tables.locations, id),
    addresses: of(tables.addresses, 'location_id', id),
    accessibility: of(tables.accessibility, 'location_id', id),
  };
}

/** An organization with its locations and, where asked for, its whole services. */
export function wholeOrganization(tables: HsdsTables, organization: Entity, full: boolean): object {
  const services = of(tables.services, 'organization_id', organization.id);
  return {
    ...organization,
    locations: of(tables.locations, 'organization_id', organization.id).map(({ id }) =>
      wholeLocation(tables, id),
    ),
    services: full ? services.map((service) => wholeService(tables, service)) : services,
  };
}

export function listedServiceAtLocation(tables: HsdsTables, at: Entity): object {
  const service = one(tables.services, at.service_id);
  return {
    ...at,
    location: one(tables.locations, at.location_id),
    service: service && listedService(tables, service),
  };
}

export function wholeServiceAtLocation(tables: HsdsTables, at: Entity): object {
  const service = one(tables.services, at.service_id);
  const { service_at_locations: _, ...whole } = (service ? wholeService(tables, service) : {}) as {
    service_at_locations?: unknown;
  };
  return { ...at, location: wholeLocation(tables, at.location_id), service: whole };
}
