// @vitest-environment node
import { expect, test } from 'vitest'
import { digestOf, newDeviceKey, openJson, sealJson } from './seal'

const text = new TextEncoder()

test('what lies on the device cannot be read without its key, and the key cannot be taken out', async () => {
    const key = await newDeviceKey()
    const sealed = await sealJson(key, { changes: '屋顶漏水' })
    const lying = Buffer.from(sealed.bytes)
    expect(lying.includes(Buffer.from(text.encode('屋顶漏水')))).toBe(false)
    expect(await openJson(key, sealed)).toEqual({ changes: '屋顶漏水' })
    await expect(openJson(await newDeviceKey(), sealed)).rejects.toThrow()
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

test('the same is sealed differently each time', async () => {
    const key = await newDeviceKey()
    const [one, other] = [await sealJson(key, 'a'), await sealJson(key, 'a')]
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(false)
})

test('a photo is named by the SHA-256 of its file', async () => {
    expect(await digestOf(text.encode('abc'))).toBe(
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
})
