/** A name in CSL's parts. A body or a name whose parts are unknown has nothing but `literal`. */
export type PersonName =
  | {
      readonly family: string;
      readonly given?: string | undefined;
      /** CSL's non-dropping particle: `van`, `de la`. */
      readonly particle?: string | undefined;
      /** `Jr.`, `III`. */
      readonly suffix?: string | undefined;
    }
  | { readonly literal: string };

/** As people read it: `Ludwig van Beethoven`, `Martin Luther King Jr.`, `World Health Organization`. */
export function displayName(name: PersonName): string {
  if ('literal' in name) return name.literal;
  const { given = '', particle = '', family, suffix = '' } = name;
  // Most names have nothing else.
  if (particle === '' && suffix === '' && given !== '' && family !== '') return `${given} ${family}`;
  return [given, particle, family, suffix].filter((part) => part !== '').join(' ');
}
