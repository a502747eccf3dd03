import type { Service } from '@askfirst/data';

/** A vendor's service, made a site's own: its addresses and flags end with the vendor's id of the site. */
export const withTagId = <S extends Pick<Service, 'script' | 'optOutFlag'>>(service: S, id: string): S => ({
  ...service,
  tagId: id,
  script: service.script + id,
  optOutFlag: service.optOutFlag && service.optOutFlag + id,
});
