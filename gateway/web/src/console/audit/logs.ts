import { ref } from 'vue'
import services from 'virtual:words/zh'
import { own } from '@/shared/words/own'

/** Each service keeps a log of its own and answers for it in the same way. */
export const LOGS = ['monitoring', 'employment', 'identity'] as const
export type Log = (typeof LOGS)[number]

/** The log looked at; the pages of this part share the choice. */
export const log = ref<Log>('monitoring')

export const logOf = (name: unknown): Log => LOGS.find((known) => known === name) ?? 'monitoring'

/** The names of all events that there are words for, in order. */
export const EVENTS: readonly string[] = [
    ...Object.keys(services)
        .filter((key) => key.startsWith('event.'))
        .map((key) => key.slice('event.'.length)),
    ...Object.keys(own.event ?? {}),
].sort()

/** From the first instant of a village day. */
export const startOf = (day: string): string | undefined =>
    day ? new Date(`${day}T00:00:00+08:00`).toISOString() : undefined

/** Up to the last instant of a village day. */
export const endOf = (day: string): string | undefined =>
    day ? new Date(`${day}T23:59:59.999+08:00`).toISOString() : undefined
