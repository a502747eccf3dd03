import type { Service } from '@askfirst/data';

/** A vendor's service with the site's id, which its script address and its opt-out flag end with. */
export const withTagId = <S extends Pick<Service, 'script' | 'optOutFlag'>>(service: S, id: string): S => ({
  ...service,
  tagId: id,
  script: service.script + id,
  optOutFlag: service.optOutFlag && service.optOutFlag + id,
});
