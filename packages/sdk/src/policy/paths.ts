/** The options that the script tag also takes as an attribute, by their path. */
export const attributePaths =
  'controller.name policy.url policy.version region revision consentMode.mode ui.lang ui.layout ui.scheme'.split(' ');
