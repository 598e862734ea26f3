package dev.millstream.engine.exchange.element;

/**
 * When a batch is full.
 *
 * @param records at least 1
 * @param bytes of records in serialised form; a batch has at least one record, however large
 * @param maxRecordBytes what no serialised record may exceed, so that its batch fits into a frame
 */
public record BatchBounds(int records, int bytes, int maxRecordBytes) {}
