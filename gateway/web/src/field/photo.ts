import { JPEG, jpegOf, shrunk } from '@/shared/photo'
import { digestOf, type Bytes } from './seal'

export const TYPE = JPEG

export interface Shot {
    digest: string
    bytes: Bytes
}

/** A photo made small, drawn anew so that nothing of where and by which device comes along. */
export const shoot = async (file: Blob): Promise<Shot> => shot(await shrunk(file))

/** What a canvas shows, as a file. */
export const shotOf = async (canvas: HTMLCanvasElement): Promise<Shot> => shot(await jpegOf(canvas))

async function shot(file: ArrayBuffer): Promise<Shot> {
    const bytes = new Uint8Array(file)
    return { digest: await digestOf(bytes), bytes }
}
