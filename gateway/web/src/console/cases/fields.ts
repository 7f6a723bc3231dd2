import { instantOf, today } from '@/shared/time'
import { codesOf, say } from '@/shared/words/codes'

/** What is filled in, by the names of the request. */
export type Values = Record<string, unknown>

export interface Option {
    value: string
    label: string
}

type Options = Option[] | ((row: Values) => Option[])

interface Common {
    /** key of the words, otherwise `cases.field.<name>` */
    label?: string
    /** key of words that explain */
    hint?: string
    optional?: boolean
    /** what stands in it at first */
    start?: unknown
    /** whether it is asked for at all, by what else is filled in beside it */
    when?: (row: Values) => boolean
}

/** One field of a form. What is to be sent is described once, and asked, checked and sent from that. */
export type Field = Common &
    (
        | { is: 'day' | 'moment' | 'yes' | 'yuan' | 'hundredths' | 'household' }
        | { is: 'text' | 'words'; longest: number; as?: (written: string) => string }
        | { is: 'count'; most?: number }
        | { is: 'one'; options: Options }
        | { is: 'many'; options: Option[]; most?: number }
        | { is: 'group'; fields: Fields }
        | { is: 'list'; of: Fields; rows?: { title: string; start: Values }[]; least?: number }
        | { is: 'given'; value?: unknown }
    )

export type Fields = Record<string, Field>

/** A form for a request: a field for each of its properties, and none besides. */
export type FieldsOf<B> = { [K in keyof B]-?: Field }

export const day = (more: Common = {}): Field => ({ is: 'day', ...more })
/** The village day on which something happened; it cannot lie ahead. */
export const on = (more: Common = {}): Field => ({ is: 'day', start: today(), ...more })
export const yes = (more: Common = {}): Field => ({ is: 'yes', ...more })
export const yuan = (more: Common = {}): Field => ({ is: 'yuan', ...more })
/** A figure with two places that is sent as hundredths: fen, hundredths of mu. */
export const hundredths = (more: Common = {}): Field => ({ is: 'hundredths', ...more })
export const count = (more: Common & { most?: number } = {}): Field => ({ is: 'count', ...more })
/** `as` is how what people write is sent. */
export const text = (longest: number, more: Common & { as?: (written: string) => string } = {}): Field => ({
    is: 'text',
    longest,
    ...more,
})
export const words = (longest: number, more: Common = {}): Field => ({ is: 'words', longest, ...more })
/** Sent as it stands, and not asked for. */
export const given = (value?: unknown): Field => ({ is: 'given', value })
export const group = <B>(fields: FieldsOf<B>, more: Common = {}): Field => ({
    is: 'group',
    fields: fields as Fields,
    ...more,
})
export const list = <B>(
    of: FieldsOf<B>,
    more: Common & { rows?: { title: string; start: Values }[]; least?: number } = {},
): Field => ({ is: 'list', of: of as Fields, ...more })

/** The codes of a family as choices. */
export const codes = (kind: string, of: readonly string[] = codesOf(kind)): Option[] =>
    of.map((value) => ({ value, label: say(kind, value) }))
export const one = (options: Options, more: Common = {}): Field => ({ is: 'one', options, ...more })
export const many = (options: Option[], more: Common & { most?: number } = {}): Field => ({
    is: 'many',
    options,
    ...more,
})

/** What stands in a form before anything is filled in. */
export const begun = (fields: Fields): Values =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, first(field)]))

function first(field: Field): unknown {
    switch (field.is) {
        case 'group':
            return field.optional ? null : { ...begun(field.fields), ...(field.start as Values | undefined) }
        case 'list':
            return field.rows
                ? field.rows.map((row) => ({ ...begun(field.of), ...row.start }))
                : Array.from({ length: field.least ?? 0 }, () => begun(field.of))
        case 'many':
            return field.start ?? []
        case 'yes':
            return field.start ?? false
        case 'given':
            return field.value ?? null
        default:
            return field.start ?? null
    }
}

const isEmpty = (value: unknown): boolean =>
    value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

const isAsked = (field: Field, row: Values): boolean => field.when?.(row) ?? true

/** The places, like `income.items.0.code`, that have to be filled in and are not. */
export function missing(fields: Fields, values: Values, at = ''): string[] {
    return Object.entries(fields).flatMap(([name, field]) =>
        isAsked(field, values) ? missingIn(field, values[name], at + name) : [],
    )
}

function missingIn(field: Field, value: unknown, at: string): string[] {
    switch (field.is) {
        case 'group':
            return value ? missing(field.fields, value as Values, `${at}.`) : []
        case 'list': {
            const rows = value as Values[]
            const few = !field.optional && rows.length < (field.least ?? 0) ? [at] : []
            return [...few, ...rows.flatMap((row, index) => missing(field.of, row, `${at}.${index}.`))]
        }
        case 'many':
            return !field.optional && (value as unknown[]).length === 0 ? [at] : []
        case 'yes':
        case 'given':
            return []
        default:
            return !field.optional && isEmpty(value) ? [at] : []
    }
}

/** The request: what was filled in, without what was left out. */
export function sent(fields: Fields, values: Values): Values {
    return Object.fromEntries(
        Object.entries(fields)
            .filter(([, field]) => isAsked(field, values))
            .map(([name, field]) => [name, told(field, values[name])] as const)
            .filter(([, value]) => value !== undefined),
    )
}

function told(field: Field, value: unknown): unknown {
    switch (field.is) {
        case 'group':
            return value ? sent(field.fields, value as Values) : undefined
        case 'list':
            return (value as Values[]).map((row) => sent(field.of, row))
        case 'many':
            return value
        case 'moment':
            return typeof value === 'string' && value ? instantOf(value) : undefined
        case 'hundredths':
            return typeof value === 'number' ? Math.round(value * 100) : undefined
        case 'given':
            return value ?? undefined
        case 'text':
        case 'words': {
            const written = isEmpty(value) ? undefined : String(value).trim()
            return written && field.as ? field.as(written) : written
        }
        default:
            return isEmpty(value) ? undefined : value
    }
}
