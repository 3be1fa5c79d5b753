// CRC-32 of a text: loading a library for it would take longer than the whole hook may.

/** What four bits add, for the polynomial of IEEE 802.3 with its bits reversed, as gzip and PNG use it. */
const TABLE = [
  ...[0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c],
  ...[0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c],
];

/** The CRC-32 of a text in UTF-8, as 8 hexadecimal digits. */
export function crc32(text: string): string {
  const bytes = Buffer.from(text, "utf8");
  let sum = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    sum ^= bytes[at] ?? 0;
    sum = (TABLE[sum & 15] ?? 0) ^ (sum >>> 4);
    sum = (TABLE[sum & 15] ?? 0) ^ (sum >>> 4);
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
