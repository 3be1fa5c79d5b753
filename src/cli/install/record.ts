// What install has put where: .bylaw/install.json, so that exactly that can be taken out again.
import type { Json, Path } from "../../authoring/settings/document.ts";
import type { Span } from "../../authoring/settings/draft.ts";
import type { Written } from "../../authoring/settings/wishes.ts";
import { field, isRecord, recordsField, textField } from "../../hosts/json.ts";
import { FOLDER } from "./place.ts";

/** Where it stands, from the project's folder. */
export const RECORD = `${FOLDER}/install.json`;

export interface RecordedFile {
  readonly path: string;
  /** Whether the file wasn't there before. */
  readonly created: boolean;
  readonly written: Written;
}

export interface RecordedHost {
  readonly name: string;
  readonly files: readonly RecordedFile[];
  /** Folders that were made for them, the outermost first. */
  readonly folders: readonly string[];
}

/** Reads the record. Throws, with the cause, where it is none; what in it isn't understood counts as not there. */
export function readRecord(text: string | undefined): RecordedHost[] {
  if (text === undefined) return [];
  const data: unknown = JSON.parse(text);
  if (!isRecord(data) || field(data, "schemaVersion") !== 1) throw new Error("it has no schemaVersion 1");
  return recordsField(data, "hosts").map((host) => ({
    name: textField(host, "name") ?? "",
    folders: texts(field(host, "folders")),
    files: recordsField(host, "files").map((file) => ({
      path: textField(file, "path") ?? "",
      created: field(file, "created") === true,
      written: writtenOf(field(file, "written")),
    })),
  }));
}

function writtenOf(value: unknown): Written {
  const record = isRecord(value) ? value : {};
  const spans = spansOf(field(record, "spans"));
  const made = field(record, "made");
  return {
    sum: textField(record, "sum") ?? "",
    ...(spans === undefined ? {} : { spans }),
    items: recordsField(record, "items").map((i) => ({
      list: texts(field(i, "list")),
      entry: textField(i, "entry") ?? "",
    })),
    properties: recordsField(record, "properties").map((p) => ({
      object: texts(field(p, "object")),
      key: textField(p, "key") ?? "",
      value: (field(p, "value") ?? null) as Json,
    })),
    made: Array.isArray(made) ? made.map(texts) : [],
  };
}

function texts(value: unknown): Path {
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === "string") : [];
}

/** Spans in order that don't overlap; anything else is none. */
function spansOf(value: unknown): Span[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const spans: Span[] = [];
  let end = 0;
  for (const span of value) {
    const [offset, length] = Array.isArray(span) ? (span as readonly unknown[]) : [];
    if (typeof offset !== "number" || typeof length !== "number" || offset < end || length < 0)
      return undefined;
    spans.push([offset, length]);
    end = offset + length;
  }
  return spans;
}

/** The record as text; undefined where there is nothing to note down. */
export function printRecord(hosts: readonly RecordedHost[]): string | undefined {
  if (hosts.length === 0) return undefined;
  const sorted = [...hosts].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${JSON.stringify({ schemaVersion: 1, hosts: sorted }, null, 2)}\n`;
}
