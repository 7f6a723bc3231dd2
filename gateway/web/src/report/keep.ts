import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { KeptPhoto, Parcel } from './deliver'
import type { Draft } from './draft'

export interface KeptDraft {
    draft: Draft
    photos: KeptPhoto[]
}

interface Kept extends DBSchema {
    drafts: { key: string; value: KeptDraft }
    parcels: { key: string; value: Parcel }
}

const DRAFT = 'draft'
let opened: Promise<IDBPDatabase<Kept>> | undefined

const shelf = (): Promise<IDBPDatabase<Kept>> =>
    (opened ??= openDB<Kept>('shouwang.report', 1, {
        upgrade(db) {
            db.createObjectStore('drafts')
            db.createObjectStore('parcels', { keyPath: 'key' })
        },
    }))

export const readDraft = async (): Promise<KeptDraft | undefined> => (await shelf()).get('drafts', DRAFT)

export async function keepDraft(kept: KeptDraft): Promise<void> {
    await (await shelf()).put('drafts', kept, DRAFT)
}

export async function forgetDraft(): Promise<void> {
    await (await shelf()).delete('drafts', DRAFT)
}

/** The draft becomes a parcel, both or neither. */
export async function seal(parcel: Parcel): Promise<void> {
    const change = (await shelf()).transaction(['drafts', 'parcels'], 'readwrite')
    await Promise.all([
        change.objectStore('drafts').delete(DRAFT),
        change.objectStore('parcels').put(parcel),
        change.done,
    ])
}

/** The parcel becomes a draft again, to be put right. */
export async function unseal(key: string, kept: KeptDraft): Promise<void> {
    const change = (await shelf()).transaction(['drafts', 'parcels'], 'readwrite')
    await Promise.all([
        change.objectStore('drafts').put(kept, DRAFT),
        change.objectStore('parcels').delete(key),
        change.done,
    ])
}

export const readParcels = async (): Promise<Parcel[]> => (await shelf()).getAll('parcels')

export async function keepParcel(parcel: Parcel): Promise<void> {
    await (await shelf()).put('parcels', parcel)
}

export async function forgetParcel(key: string): Promise<void> {
    await (await shelf()).delete('parcels', key)
}
