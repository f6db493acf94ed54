import type { OpeningHours, Phone } from '../../archive/pure/model.js'
import { factsOf, textsOf } from '../served.js'
import { builder } from './builder.js'
import { ContactKindEnum, WeekdayEnum } from './enums.js'
import { ContactType, DocumentInterface, NodeInterface } from './types.js'

const PhoneType = builder.objectRef<Phone>('Phone').implement({
  fields: (t) => ({
    number: t.exposeString('number', { description: 'E.164, for a `tel:` link.' }),
    display: t.exposeString('display', { description: 'As people read it.' }),
    freeOfCharge: t.exposeBoolean('freeOfCharge'),
    sms: t.exposeBoolean('sms'),
    textPhone: t.exposeBoolean('textPhone'),
  }),
})

const Opening = builder.objectRef<OpeningHours['weekly'][number]>('Opening').implement({
  description: 'Swedish local time, `HH:MM`.',
  fields: (t) => ({
    day: t.expose('day', { type: WeekdayEnum }),
    opens: t.exposeString('opens'),
    closes: t.exposeString('closes'),
  }),
})

const OpeningException = builder.objectRef<OpeningHours['exceptions'][number]>('OpeningException').implement({
  description: 'A day that differs. Closed where the times are null.',
  fields: (t) => ({
    date: t.expose('date', { type: 'Date' }),
    opens: t.exposeString('opens', { nullable: true }),
    closes: t.exposeString('closes', { nullable: true }),
  }),
})

const Hours = builder.objectRef<OpeningHours & { note: string | null }>('OpeningHours').implement({
  fields: (t) => ({
    weekly: t.field({ type: [Opening], resolve: ({ weekly }) => weekly }),
    exceptions: t.field({ type: [OpeningException], resolve: ({ exceptions }) => exceptions }),
    note: t.exposeString('note', { nullable: true }),
  }),
})

interface PostalAddress {
  street: string | null
  postalCode: string | null
  city: string | null
}

const AddressType = builder.objectRef<PostalAddress>('Address').implement({
  fields: (t) => ({
    street: t.exposeString('street', { nullable: true }),
    postalCode: t.exposeString('postalCode', { nullable: true }),
    city: t.exposeString('city', { nullable: true }),
  }),
})

ContactType.implement({
  description: 'A helpline, an authority, a function or a person in office.',
  interfaces: [DocumentInterface, NodeInterface],
  fields: (t) => ({
    kind: t.field({ type: ContactKindEnum, nullable: true, resolve: (contact) => factsOf(contact)?.kind ?? null }),
    name: t.string({ nullable: true, resolve: (contact) => textsOf(contact)?.name ?? null }),
    note: t.string({ nullable: true, resolve: (contact) => textsOf(contact)?.note ?? null }),
    phones: t.field({ type: [PhoneType], resolve: (contact) => factsOf(contact)?.phones ?? [] }),
    hours: t.field({
      type: Hours,
      nullable: true,
      resolve: (contact) => {
        const hours = factsOf(contact)?.hours
        return hours ? { ...hours, note: textsOf(contact)?.hoursNote ?? null } : null
      },
    }),
    alwaysOpen: t.boolean({ resolve: (contact) => factsOf(contact)?.hours.alwaysOpen ?? false }),
    anonymous: t.boolean({
      description: 'Whether one need not say who one is.',
      resolve: (contact) => factsOf(contact)?.anonymous ?? false,
    }),
    hiddenOnBill: t.boolean({
      description: 'Whether the call leaves no trace on the phone bill.',
      resolve: (contact) => factsOf(contact)?.hiddenOnBill ?? false,
    }),
    languages: t.stringList({
      description: 'The languages in which help is given.',
      resolve: (contact) => factsOf(contact)?.languages ?? [],
    }),
    email: t.string({ nullable: true, resolve: (contact) => factsOf(contact)?.email ?? null }),
    url: t.string({ nullable: true, resolve: (contact) => factsOf(contact)?.url ?? null }),
    address: t.field({
      type: AddressType,
      nullable: true,
      resolve: (contact) => factsOf(contact)?.address ?? null,
    }),
    lastVerifiedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'When somebody last made sure that it is right.',
      resolve: (contact) => factsOf(contact)?.lastVerifiedOn ?? null,
    }),
  }),
})
