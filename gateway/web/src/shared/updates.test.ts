import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { api } from './api/client'
import { useUpdates, type Change } from './updates'

/** A stream as a browser has it, told by the test. */
class Stream extends EventTarget {
    static last: Stream
    closed = false

    constructor(readonly address: string) {
        super()
        Stream.last = this
    }

    close(): void {
        this.closed = true
    }

    says(event: string, data: object): void {
        this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }))
    }
}

const scope = () => effectScope()
let page: ReturnType<typeof scope>
const react = vi.fn()

const listening = (concerns?: (change: Change) => boolean) => page.run(() => useUpdates(react, concerns))

beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('EventSource', Stream)
    react.mockReset()
    page = scope()
})

afterEach(() => {
    page.stop()
    vi.unstubAllGlobals()
    vi.useRealTimers()
})

it('reacts once to what comes close together', () => {
    listening()
    Stream.last.says('changed', { position: 5, what: ['todo'] })
    Stream.last.says('changed', { position: 6, what: ['case'] })
    vi.advanceTimersByTime(200)
    expect(react).toHaveBeenCalledTimes(1)
})

it('does not react to what does not concern it', () => {
    listening(({ what }) => what.includes('clue'))
    Stream.last.says('changed', { position: 7, what: ['report'] })
    vi.advanceTimersByTime(200)
    expect(react).not.toHaveBeenCalled()
})

it('waits for the rows of what it was told', async () => {
    const asked: Request[] = []
    vi.stubGlobal('fetch', (request: Request) => {
        asked.push(request)
        return Promise.resolve(Response.json({ items: [], total: 0, page: 1, size: 1 }))
    })
    listening()
    Stream.last.says('changed', { position: 812, what: ['todo'] })
    await api.GET('/api/monitoring/todo')
    expect(asked[0]?.headers.get('Log-Position')).toBe('812')
})

it('reads what it missed when a stream begins anew, and nothing when one begins', () => {
    listening()
    Stream.last.says('open', { position: 900 })
    Stream.last.dispatchEvent(new Event('open'))
    vi.advanceTimersByTime(200)
    expect(react).not.toHaveBeenCalled()

    Stream.last.says('open', { position: 900 })
    vi.advanceTimersByTime(200)
    expect(react).not.toHaveBeenCalled()

    Stream.last.says('open', { position: 901 })
    vi.advanceTimersByTime(200)
    expect(react).toHaveBeenCalledTimes(1)
})

it('closes the stream with the last page that listens', () => {
    listening()
    const other = scope()
    other.run(() => useUpdates(react))
    page.stop()
    expect(Stream.last.closed).toBe(false)
    other.stop()
    expect(Stream.last.closed).toBe(true)
})
