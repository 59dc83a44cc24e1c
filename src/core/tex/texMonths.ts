/** By month: English, German, French and Spanish names and the abbreviations of BibTeX styles. No name means two months. */
const names = [
  'jan january januar jänner janvier enero ene',
  'feb february februar février fevrier febrero',
  'mar march märz maerz mars marzo',
  'apr april avril abril avr abr',
  'may mai mayo',
  'jun june juni juin junio',
  'jul july juli juillet julio juil',
  'aug august août aout agosto ago',
  'sep sept september septembre septiembre',
  'oct october oktober octobre octubre okt',
  'nov november novembre noviembre',
  'dec december dezember décembre decembre diciembre dez dic',
];

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((line, i) => line.split(' ').map((name) => [name, i + 1] as const)),
);

/** 1..12 for the name of a month in any case. */
export function monthOfName(name: string): number | undefined {
  return months.get(name.toLowerCase());
}
