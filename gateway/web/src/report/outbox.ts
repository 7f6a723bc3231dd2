import { reactive, readonly, toRaw } from 'vue'
import { api, told, upload } from '@/shared/api/client'
import { deliver, type Outcome, type Parcel, type Post } from './deliver'
import { forgetParcel, keepParcel, readParcels, seal, unseal, type KeptDraft } from './keep'

const RETRY = 30_000

const state = reactive({
    parcels: [] as Parcel[],
    /** key of the parcel that is being sent, and how much of it is */
    sending: '',
    share: 0,
})

export const outbox = readonly(state)

const post: Post = {
    report: async (form, key) => {
        const receipt = await told(
            api.POST('/api/monitoring/public/reports', { body: form, headers: { 'Idempotency-Key': key } }),
        )
        return receipt.trackingNumber
    },
    photo: async (tracking, { key, picture }, progress) => {
        await upload(
            `/api/monitoring/public/reports/${tracking}/photos`,
            new Blob([picture], { type: 'image/jpeg' }),
            { key, progress },
        )
    },
}

const find = (key: string): Parcel | undefined => state.parcels.find((parcel) => parcel.key === key)

// Parcels that the browser would not store: they are sent as long as the page is open.
const loose = new Set<string>()
const kept = (parcel: Parcel): Promise<void> => keepParcel(parcel).catch(() => void loose.add(parcel.key))

function show(parcel: Parcel): void {
    const at = state.parcels.findIndex(({ key }) => key === parcel.key)
    if (at < 0) state.parcels.push(parcel)
    else state.parcels[at] = parcel
}

async function send(key: string): Promise<Outcome> {
    const parcel = find(key)
    if (!parcel) return 'WAITING'
    state.sending = key
    state.share = 0
    try {
        const raw = structuredClone(toRaw(parcel))
        const outcome = await deliver(raw, post, kept, (share) => {
            state.share = share
        })
        show(raw)
        return outcome
    } finally {
        state.sending = ''
    }
}

const LOCK = 'shouwang.report.outbox'
let queue: Promise<unknown> = Promise.resolve()

/** One parcel after another, and of several windows only one sends. */
function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = queue.then(async (): Promise<T> => {
        if (!('locks' in navigator)) return act()
        return await navigator.locks.request(LOCK, act)
    })
    queue = turn.catch(() => undefined)
    return turn
}

const isWaiting = (parcel: Parcel): boolean =>
    !parcel.refusal && (parcel.form !== null || parcel.photos.length > 0)

export async function sendWaiting(): Promise<void> {
    await inTurn(async () => {
        await readAgain()
        for (const { key } of state.parcels.filter(isWaiting)) {
            if ((await send(key)) === 'WAITING') return
        }
    })
}

/** What is stored counts: another window may have sent some of it. */
async function readAgain(): Promise<void> {
    const stored = await readParcels().catch(() => null)
    if (stored) state.parcels = [...stored, ...state.parcels.filter(({ key }) => loose.has(key))]
}

/** Stores a report first and then sends it. */
export async function submit(parcel: Parcel): Promise<Outcome> {
    await seal(parcel).catch(() => void loose.add(parcel.key))
    show(parcel)
    return inTurn(() => send(parcel.key))
}

function forget(key: string): void {
    state.parcels = state.parcels.filter((parcel) => parcel.key !== key)
}

/** Wipes a parcel from this phone, whatever its state. */
export async function drop(key: string): Promise<void> {
    forget(key)
    await forgetParcel(key).catch(() => undefined)
}

/** Takes a refused parcel back, to be put right. */
export async function takeBack(key: string): Promise<KeptDraft | null> {
    const parcel = find(key)
    if (!parcel?.draft) return null
    const draft = structuredClone({ draft: toRaw(parcel.draft), photos: toRaw(parcel.photos) })
    forget(key)
    await unseal(key, draft).catch(() => undefined)
    return draft
}

/** Reads what waits on this phone and sends it now, whenever there is a network again, and now and then. */
export async function openOutbox(): Promise<void> {
    await readAgain()
    const again = () => void sendWaiting().catch(() => undefined)
    addEventListener('online', again)
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again())
    setInterval(() => state.parcels.some(isWaiting) && again(), RETRY)
    again()
}
