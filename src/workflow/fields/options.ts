import type { Option } from 'payload'
import { counties, NATIONAL } from '../../vocabulary.js'
import { option } from './words.js'

export const countyOptions: Option[] = counties.map(({ slug, name }) => option(slug, name.sv, name.en))
export const ownerOptions: Option[] = [...countyOptions, option(NATIONAL, 'Hela landet', 'The whole country')]

export const roleOptions: Option[] = [
  option('editor', 'Redaktör', 'Editor'),
  option('publisher', 'Publicist', 'Publisher'),
  option('national-editor', 'Nationell redaktör', 'National editor'),
  option('archivist', 'Arkivarie', 'Archivist'),
  option('administrator', 'Administratör', 'Administrator'),
]

export const partyKindOptions: Option[] = [
  option('county-board', 'Länsstyrelse', 'County administrative board'),
  option('police', 'Polisen', 'Police'),
  option('prosecutor', 'Åklagare', 'Prosecutor'),
  option('prison-service', 'Kriminalvården', 'Prison and probation service'),
  option('region', 'Region eller landsting', 'Region or county council'),
  option('municipality', 'Kommun', 'Municipality'),
  option('association', 'Förening eller förbund', 'Association'),
  option('authority', 'Annan myndighet', 'Other authority'),
  option('other', 'Annan', 'Other'),
]

export const weekdayOptions: Option[] = [
  option('1', 'Måndag', 'Monday'),
  option('2', 'Tisdag', 'Tuesday'),
  option('3', 'Onsdag', 'Wednesday'),
  option('4', 'Torsdag', 'Thursday'),
  option('5', 'Fredag', 'Friday'),
  option('6', 'Lördag', 'Saturday'),
  option('7', 'Söndag', 'Sunday'),
]

/** BCP 47 codes of languages in which help is given in Sweden: the national minorities' first, then by name. */
export const spokenLanguageOptions: Option[] = [
  option('sv', 'Svenska', 'Swedish'),
  option('swl', 'Svenskt teckenspråk', 'Swedish Sign Language'),
  option('fi', 'Finska', 'Finnish'),
  option('fit', 'Meänkieli', 'Meänkieli'),
  option('se', 'Nordsamiska', 'Northern Sami'),
  option('smj', 'Lulesamiska', 'Lule Sami'),
  option('sma', 'Sydsamiska', 'Southern Sami'),
  option('rom', 'Romska', 'Romani'),
  option('yi', 'Jiddisch', 'Yiddish'),
  option('en', 'Engelska', 'English'),
  option('sq', 'Albanska', 'Albanian'),
  option('am', 'Amhariska', 'Amharic'),
  option('ar', 'Arabiska', 'Arabic'),
  option('bs', 'Bosniska', 'Bosnian'),
  option('prs', 'Dari', 'Dari'),
  option('et', 'Estniska', 'Estonian'),
  option('fr', 'Franska', 'French'),
  option('el', 'Grekiska', 'Greek'),
  option('es', 'Spanska', 'Spanish'),
  option('it', 'Italienska', 'Italian'),
  option('zh', 'Kinesiska', 'Chinese'),
  option('hr', 'Kroatiska', 'Croatian'),
  option('ku', 'Kurdiska', 'Kurdish'),
  option('kmr', 'Kurdiska (kurmanji)', 'Kurdish (Kurmanji)'),
  option('ckb', 'Kurdiska (sorani)', 'Kurdish (Sorani)'),
  option('lv', 'Lettiska', 'Latvian'),
  option('lt', 'Litauiska', 'Lithuanian'),
  option('nl', 'Nederländska', 'Dutch'),
  option('ps', 'Pashto', 'Pashto'),
  option('fa', 'Persiska', 'Persian'),
  option('pl', 'Polska', 'Polish'),
  option('pt', 'Portugisiska', 'Portuguese'),
  option('ro', 'Rumänska', 'Romanian'),
  option('ru', 'Ryska', 'Russian'),
  option('sr', 'Serbiska', 'Serbian'),
  option('so', 'Somaliska', 'Somali'),
  option('sw', 'Swahili', 'Swahili'),
  option('th', 'Thailändska', 'Thai'),
  option('ti', 'Tigrinska', 'Tigrinya'),
  option('tr', 'Turkiska', 'Turkish'),
  option('de', 'Tyska', 'German'),
  option('uk', 'Ukrainska', 'Ukrainian'),
  option('ur', 'Urdu', 'Urdu'),
  option('vi', 'Vietnamesiska', 'Vietnamese'),
]
