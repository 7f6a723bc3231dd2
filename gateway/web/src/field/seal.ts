/** Bytes as they lie on the device: unreadable without its key. */
export interface Sealed {
    iv: Bytes
    bytes: ArrayBuffer
}

export type Bytes = Uint8Array<ArrayBuffer>

const IV_BYTES = 12 // as AES-GCM wants it

/** A key of this device that no script can take out of the browser. */
export const newDeviceKey = (): Promise<CryptoKey> =>
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

export async function seal(key: CryptoKey, bytes: Bytes): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
    return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) }
}

export async function open(key: CryptoKey, { iv, bytes }: Sealed): Promise<Bytes> {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes))
}

export const sealJson = (key: CryptoKey, value: unknown): Promise<Sealed> =>
    seal(key, new TextEncoder().encode(JSON.stringify(value)))

export const openJson = async <T>(key: CryptoKey, sealed: Sealed): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await open(key, sealed))) as T

/** As a visit names its photos. */
export async function digestOf(bytes: Bytes): Promise<string> {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
