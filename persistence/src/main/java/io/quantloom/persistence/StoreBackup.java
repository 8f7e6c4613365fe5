package io.quantloom.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Copies of the database of a folder, believed only after they were opened and counted. */
final class StoreBackup {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;

    /** Takes the folder, whose database nobody has open. */
    StoreBackup(Path folder) {
        this.folder = folder;
    }

    /** Writes {@code backups/quantloom-<name>-<time>.zip} and returns its path. */
    Path write(String name, Instant now) throws IOException, SQLException {
        Path backups = Files.createDirectories(folder.resolve("backups"));
        Path file = backups.resolve("quantloom-" + name + "-" + STAMP.format(now) + ".zip");
        Path temporary = backups.resolve("backup.tmp");
        Path trial = backups.resolve("trial.mv.db");
        try {
            Files.deleteIfExists(temporary);
            SortedMap<String, Long> rows;
            try (Connection connection = open(folder, Database.NAME, "")) {
                try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                    backup.setString(1, temporary.toString());
                    backup.execute();
                }
                rows = count(connection);
            }
            extract(temporary, trial);
            try (Connection connection = open(backups, "trial", ";ACCESS_MODE_DATA=r")) {
                SortedMap<String, Long> found = count(connection);
                if (!found.equals(rows)) {
                    throw new IOException("the backup holds " + found + " rows, the store " + rows);
                }
            }
            DurableFiles.publish(temporary, file);
            return file;
        } finally {
            Files.deleteIfExists(temporary);
            Files.deleteIfExists(trial);
        }
    }

    private static Connection open(Path folder, String name, String more) throws SQLException {
        return DriverManager.getConnection(Database.url(folder, name) + more, "sa", "");
    }

    private static void extract(Path zip, Path database) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.getEntry(Database.NAME + ".mv.db");
            if (entry == null) {
                throw new IOException("the backup holds no database");
            }
            try (OutputStream out = Files.newOutputStream(database)) {
                file.getInputStream(entry).transferTo(out);
            }
        }
    }

    private static SortedMap<String, Long> count(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        SortedMap<String, Long> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            String names = "select table_name from information_schema.tables where table_schema = 'PUBLIC'";
            try (ResultSet found = statement.executeQuery(names)) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet found = statement.executeQuery("select count(*) from \"" + table + "\"")) {
                    found.next();
                    rows.put(table, found.getLong(1));
                }
            }
        }
        return rows;
    }
}
