/** A row of an edition's parties, as the editors' form has it. */
interface PartyRow {
  name: string
  kind:
    | 'county-board'
    | 'police'
    | 'prosecutor'
    | 'prison-service'
    | 'region'
    | 'municipality'
    | 'association'
    | 'authority'
  role?: string
  /** EDTF. */
  adoptedOn?: string
}

/** Organisation and diary numbers stay empty: the sources do not give them, and none is made up. */
const party = (name: string, kind: PartyRow['kind'], more: Pick<PartyRow, 'role' | 'adoptedOn'> = {}): PartyRow => ({
  name,
  kind,
  ...more,
})

const municipalityNames = [
  'Härnösands kommun',
  'Kramfors kommun',
  'Sollefteå kommun',
  'Sundsvalls kommun',
  'Timrå kommun',
  'Ånge kommun',
  'Örnsköldsviks kommun',
] as const

/** The thirteen of 2013, named as they were then: a police authority for each county, and a landsting. */
export const partiesOf2013: readonly PartyRow[] = [
  party('Länsstyrelsen Västernorrland', 'county-board', { role: 'Samordnar uppföljningen' }),
  party('Polismyndigheten Västernorrland', 'police'),
  party('Åklagarmyndigheten i Västernorrland', 'prosecutor'),
  party('Kriminalvården i Västernorrland', 'prison-service'),
  party('Landstinget i Västernorrland', 'region'),
  party('Kommunförbundet Västernorrland', 'association'),
  ...municipalityNames.map((name) => party(name, 'municipality')),
]

const addressed = { role: 'Omfattas av strategins inriktning' }

/** The sources tell to whom the second edition gives direction, not who signed it; the role says so. */
export const partiesOf2018: readonly PartyRow[] = [
  party('Länsstyrelsen Västernorrland', 'county-board', { role: 'Samordnar den årliga uppföljningen' }),
  party('Polismyndigheten', 'police', addressed),
  party('Åklagarmyndigheten', 'prosecutor', addressed),
  party('Kriminalvården', 'prison-service', addressed),
  party('Migrationsverket', 'authority', addressed),
  party('Region Västernorrland', 'region', addressed),
  ...municipalityNames.map((name) => party(name, 'municipality', addressed)),
]

const signed = { role: 'Undertecknade handlingsplanen', adoptedOn: '2022-03' }

/** Those whom the sources name; "several authorities" besides are not named there, and therefore not here. */
export const partiesOf2022: readonly PartyRow[] = [
  party('Länsstyrelsen Västernorrland', 'county-board', signed),
  party('Region Västernorrland', 'region', signed),
  ...municipalityNames.map((name) => party(name, 'municipality', signed)),
]
