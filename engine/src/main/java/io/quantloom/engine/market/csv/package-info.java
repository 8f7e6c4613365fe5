/**
 * Reading market data from CSV files of the common shapes: {@link io.quantloom.engine.market.csv.ReadCsv} opens a plain,
 * gzip or zip file, finds its header and columns, and gives a {@link io.quantloom.engine.market.csv.CsvContent} with the
 * possible rows in {@link io.quantloom.engine.market.csv.RowTable} and the impossible ones as rejections. It concludes
 * nothing about the instrument and knows no store. The only importer of FastCSV for market data. Uses {@code market},
 * {@code base}.
 */
@NullMarked
package io.quantloom.engine.market.csv;

import org.jspecify.annotations.NullMarked;
