import { ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'
import { newKey } from './api/client'

export interface Asked<T> {
    data: ShallowRef<T | null>
    failure: ShallowRef<unknown>
    busy: Ref<boolean>
    /** Asks again; what is shown stays until the answer is there. */
    again: () => Promise<void>
}

/**
 * Data of a page: asked for at once, and again whenever one of `on` changes. Of answers that overtake one
 * another the one asked for last counts.
 */
export function useAsked<T>(ask: () => Promise<T>, on: WatchSource | WatchSource[] = []): Asked<T> {
    const data = shallowRef<T | null>(null) as ShallowRef<T | null>
    const failure = shallowRef<unknown>(null)
    const busy = ref(false)
    let latest = 0

    async function again(): Promise<void> {
        const mine = ++latest
        busy.value = true
        try {
            const answer = await ask()
            if (mine !== latest) return
            data.value = answer
            failure.value = null
        } catch (problem) {
            if (mine === latest) failure.value = problem
        } finally {
            if (mine === latest) busy.value = false
        }
    }

    if (!Array.isArray(on) || on.length > 0) watch(on, again, { deep: true })
    void again()
    return { data, failure, busy, again }
}

export interface Command<A extends unknown[], T> {
    busy: Ref<boolean>
    failure: ShallowRef<unknown>
    /** @returns what the service answered, or null when it refused; the reason is in `failure` */
    run: (...given: A) => Promise<T | null>
}

/**
 * Something a person does. While it runs a second press does nothing; pressed again after no answer came,
 * it is sent with the same key, so that it is carried out once. After a refusal or success the key is new.
 */
export function useCommand<A extends unknown[], T>(
    act: (headers: { 'Idempotency-Key': string }, ...given: A) => Promise<T>,
): Command<A, T> {
    const busy = ref(false)
    const failure = shallowRef<unknown>(null)
    let key = newKey()
    let before = ''

    async function run(...given: A): Promise<T | null> {
        if (busy.value) return null
        const now = JSON.stringify(given)
        if (now !== before) key = newKey()
        before = now
        busy.value = true
        try {
            const answer = await act({ 'Idempotency-Key': key }, ...given)
            failure.value = null
            key = newKey()
            return answer
        } catch (problem) {
            failure.value = problem
            if (!isLost(problem)) key = newKey()
            return null
        } finally {
            busy.value = false
        }
    }

    return { busy, failure, run }
}

const isLost = (problem: unknown): boolean => problem instanceof Error && problem.name === 'Unreachable'
