import { z } from 'zod';
import type { Medium } from './medium.ts';

/**
 * Asks Windows for volumes on USB, SD and MMC disks. Output is forced to UTF-8, because the console's
 * code page would turn Cyrillic labels into question marks.
 */
export const windowsScript = [
  '$ErrorActionPreference = "Stop"',
  '[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)',
  '$found = foreach ($disk in Get-Disk | Where-Object { $_.BusType -in "USB", "SD", "MMC" }) {',
  '  foreach ($part in $disk | Get-Partition -ErrorAction SilentlyContinue | Where-Object { $_.DriveLetter }) {',
  '    $volume = $part | Get-Volume',
  '    [pscustomobject]@{ letter = [string]$part.DriveLetter; label = [string]$volume.FileSystemLabel',
  '      fileSystem = [string]$volume.FileSystem; size = $volume.Size; free = $volume.SizeRemaining',
  '      readOnly = [bool]$disk.IsReadOnly; serial = [string]$volume.UniqueId }',
  '  }',
  '}',
  'ConvertTo-Json -Compress -InputObject @($found)',
].join('\n');

/** The command line: encoded, so that no quoting rule of any shell touches the script. */
export function windowsCommand(systemRoot: string): { file: string; args: string[] } {
  return {
    file: `${systemRoot}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
    args: [
      '-NoLogo', '-NoProfile', '-NonInteractive',
      '-EncodedCommand', Buffer.from(windowsScript, 'utf16le').toString('base64'),
    ],
  };
}

const volume = z.object({
  letter: z.string().regex(/^[A-Z]$/iu),
  label: z.string().nullish(),
  fileSystem: z.string().nullish(),
  size: z.number().min(0).nullish(),
  free: z.number().min(0).nullish(),
  readOnly: z.boolean().nullish(),
  serial: z.string().nullish(),
});

/** Parses what the script prints. Nothing, one object and a list are all forms that ConvertTo-Json gives. */
export function parseWindowsVolumes(output: string): Medium[] {
  const text = output.replace(/^\uFEFF/u, '').trim();
  if (text === '') return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  const media: Medium[] = [];
  for (const candidate of Array.isArray(parsed) ? parsed : [parsed]) {
    const read = volume.safeParse(candidate);
    // A card reader without a card is a volume of no size.
    if (!read.success || !read.data.size) continue;
    media.push({
      folder: `${read.data.letter.toUpperCase()}:\\`,
      label: read.data.label ?? '',
      fileSystem: (read.data.fileSystem ?? '').toLowerCase(),
      totalBytes: read.data.size,
      freeBytes: read.data.free ?? 0,
      readOnly: read.data.readOnly ?? false,
      serial: read.data.serial ?? '',
    });
  }
  return media.toSorted((a, b) => a.folder.localeCompare(b.folder, 'en'));
}
