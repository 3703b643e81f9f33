import { halfWidth } from './halfWidth.ts'

/** By what a person can be reached or known; each kind is masked in its own way. */
export const CONTACT_FIELDS = ['name', 'phone', 'email'] as const

export type ContactField = (typeof CONTACT_FIELDS)[number]

const MASKED_PHONE = /^(?:\d{3}\*{4}\d{4}|\d{2}\*{4}\d{2}|\*{4})$/
const MOBILE = 11
const NUMBER = 7

const MASKS: Record<ContactField, (value: string) => string> = {
  name: value => `${[...value.trim()].slice(0, 1).join('').replace('*', '')}**`,
  phone: maskPhone,
  email: (value) => {
    const at = value.lastIndexOf('@')
    return `${[...value].slice(0, 1).join('').replace(/[*@]/, '')}***${at < 0 ? '' : value.slice(at)}`
  },
}

/** A value of the class `contact` as the desk sees it before it is revealed: `张**`, `138****5678`. What is masked stays as it is. */
export function masked(field: ContactField, value: string): string {
  return MASKS[field](value)
}

function maskPhone(value: string): string {
  const trimmed = value.trim()
  if (MASKED_PHONE.test(trimmed))
    return trimmed
  const digits = digitsOf(trimmed)
  if (digits.length >= MOBILE)
    return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  return digits.length >= NUMBER ? `${digits.slice(0, 2)}****${digits.slice(-2)}` : '****'
}

/** The digits of a telephone number: half-width, without signs and blanks, without the country code of a mobile. */
export function digitsOf(phone: string): string {
  return halfWidth(phone).replaceAll(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
}
