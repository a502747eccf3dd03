/** Makes an element. Leaves out attributes that are undefined, and children that are false or empty. */
export const element = (
  tag: string,
  attributes: Readonly<Record<string, unknown>> = {},
  ...children: readonly (Node | string | false | undefined)[]
): HTMLElement => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, value as string);
  for (const child of children) if (child) made.append(child);
  return made;
};
