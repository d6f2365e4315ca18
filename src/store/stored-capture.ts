import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

import type { CaptureFormat } from '../model/capture.ts';
import type { StoredCapture } from './store.ts';

/** A capture as rows hold it, whether it was read or is to be. */
export interface CaptureColumns {
  readonly source: string;
  readonly sha256: string;
  readonly at: string;
  readonly format: string | null;
  readonly content_type: string | null;
  /** Length before compression. */
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly headers_json: string;
  readonly hints_json: string;
}

export function captureColumns(capture: StoredCapture): CaptureColumns {
  return {
    source: capture.source,
    sha256: capture.sha256,
    at: capture.at,
    format: capture.format,
    content_type: capture.contentType,
    size: capture.bytes.length,
    bytes: zstdCompressSync(capture.bytes),
    headers_json: JSON.stringify(capture.headers),
    hints_json: JSON.stringify(capture.hints),
  };
}

/** Throws where the bytes cannot be unpacked. */
export function captureOf(row: CaptureColumns): StoredCapture {
  return {
    source: row.source,
    sha256: row.sha256,
    at: row.at,
    // Written by `captureColumns` alone.
    format: row.format as CaptureFormat,
    contentType: row.content_type,
    bytes: zstdDecompressSync(row.bytes),
    headers: JSON.parse(row.headers_json),
    hints: JSON.parse(row.hints_json),
  };
}
