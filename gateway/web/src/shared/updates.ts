import { onScopeDispose } from 'vue'
import { seenUpTo } from './api/client'

/** What changed, as the service tells it: kinds of rows and the subject, never what is in them. */
export interface Change {
    position: number
    what: string[]
    /** absent when several have changed */
    subject?: string
}

/** What may have changed while nobody listened. */
const EVERYTHING = ['todo', 'report', 'clue', 'household', 'case']

type Listener = (change: Change) => void

const listeners = new Set<Listener>()
let source: EventSource | null = null
let heard = 0

/** It is told once it is stored; lists that are read now wait until they have it. */
function hear(change: Change): void {
    heard = change.position
    seenUpTo('monitoring', change.position)
    listeners.forEach((listener) => listener(change))
}

function listen(): void {
    heard = 0
    source = new EventSource('/api/monitoring/updates')
    source.addEventListener('changed', (event) => hear(read<Change>(event)))
    // The service says where its log stands when a stream begins; the browser's own event has no data.
    source.addEventListener('open', (event) => {
        if (!(event instanceof MessageEvent)) return
        const { position } = read<Pick<Change, 'position'>>(event)
        const missed = heard > 0 && position > heard
        heard = position
        if (missed) hear({ position, what: EVERYTHING })
    })
}

const read = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T

/**
 * Calls `react` whenever something in the reader's division changed, in whatever browser; several changes
 * within a fifth of a second are one call. One connection serves all pages, and the browser renews it.
 */
export function useUpdates(react: () => void, concerns: (change: Change) => boolean = () => true): void {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const listener: Listener = (change) => {
        if (!concerns(change) || waiting) return
        waiting = setTimeout(() => {
            waiting = undefined
            react()
        }, 200)
    }
    listeners.add(listener)
    if (!source) listen()
    onScopeDispose(() => {
        clearTimeout(waiting)
        listeners.delete(listener)
        if (listeners.size > 0) return
        source?.close()
        source = null
    })
}
