import { language } from './words/language'

// Days are village days: those of Beijing time, whatever the device believes.
const ZONE = 'Asia/Shanghai'

const locale = (): string => (language.value === 'zh' ? 'zh-CN' : 'en-GB')

/** An instant as people read it, to the minute: `2026年3月5日 14:02`. */
export function moment(instant: string | null | undefined): string {
    if (!instant) return ''
    return new Intl.DateTimeFormat(locale(), {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: ZONE,
    }).format(new Date(instant))
}

/** A village day `2026-03-05` as people read it. */
export function day(date: string | null | undefined): string {
    if (!date) return ''
    return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
        new Date(`${date}T00:00:00Z`),
    )
}

/** Today in the village, as `2026-03-05`. */
export function today(now: Date = new Date()): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(now)
}

/** An instant as the clocks of the village show it, `2026-03-05 14:02:31`, for a field in which it is changed. */
export const clockOf = (instant: string): string =>
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: ZONE }).format(
        new Date(instant),
    )

/** The instant at which the clocks of the village show that. China has had one offset since 1991. */
export const instantOf = (clock: string): string => new Date(`${clock.replace(' ', 'T')}+08:00`).toISOString()

/** The village day an instant fell on. */
export const dayOf = (instant: string): string => today(new Date(instant))

/** Calendar days from one village day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
    Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** Fen as yuan with two places: `11,610.00`. */
export const yuan = (fen: number | null | undefined): string =>
    fen === null || fen === undefined
        ? ''
        : new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
              fen / 100,
          )
