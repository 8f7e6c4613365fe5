import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Fills the folder that jpackage takes in: the jars of the distribution without JavaFX, which goes into the runtime, native
 * libraries of this platform only, and the licences of everything. Started by the installer profile as a single-file
 * program: {@code lib input licenses}.
 */
public final class PrepareImage {

    private static final Pattern LICENSE = Pattern.compile(
            "(META-INF/|io/quantloom/assets/.*/)?(LICEN[CS]E|NOTICE|COPYING|AUTHORS|OFL)[^/]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NATIVE =
            Pattern.compile("(lib|lightgbm4j)/[a-z]+/[a-z0-9_]+/[^/]+\\.(so|dylib|dll)(\\.md5)?");

    private PrepareImage() {}

    public static void main(String[] args) throws IOException {
        Path lib = Path.of(args[0]);
        Path input = Files.createDirectories(Path.of(args[1]));
        Path licenses = Files.createDirectories(input.resolve("licenses"));
        for (Path text : files(Path.of(args[2]), ".txt")) {
            Files.copy(text, licenses.resolve(text.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path jar : files(lib, ".jar")) {
            copy(jar, input.resolve(jar.getFileName()));
            collectLicenses(jar, licenses);
        }
        for (Path jar : files(lib.resolve("javafx"), ".jar")) {
            collectLicenses(jar, licenses);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var jar = new ZipFile(from.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(jar.entries());
            if (entries.stream().noneMatch(entry -> isForeign(entry.getName()))) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            try (var out = new ZipOutputStream(Files.newOutputStream(to))) {
                for (ZipEntry entry : entries) {
                    if (!isForeign(entry.getName())) {
                        write(jar, entry, out);
                    }
                }
            }
        }
        System.out.println(from.getFileName() + ": " + Files.size(from) + " bytes, " + Files.size(to)
                + " without other platforms");
    }

    private static void write(ZipFile jar, ZipEntry entry, ZipOutputStream out) throws IOException {
        var copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        try (InputStream content = jar.getInputStream(entry)) {
            content.transferTo(out);
        }
        out.closeEntry();
    }

    /** A native library that this platform cannot load. */
    private static boolean isForeign(String name) {
        // LightGBM's wrapper calls macOS by its old name.
        String older = system().equals("macos") ? "osx" : system();
        return NATIVE.matcher(name).matches()
                && !name.startsWith("lib/" + system() + "/" + machine() + "/")
                && !name.startsWith("lightgbm4j/" + older + "/" + machine() + "/");
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "macos" : "linux";
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static void collectLicenses(Path jar, Path licenses) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        try (var zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && LICENSE.matcher(entry.getName()).matches()) {
                    Path folder = Files.createDirectories(licenses.resolve(name));
                    Path file = folder.resolve(entry.getName().replaceFirst("^.*/", ""));
                    try (InputStream content = zip.getInputStream(entry);
                            OutputStream out = Files.newOutputStream(file)) {
                        content.transferTo(out);
                    }
                }
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        var found = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder, "*" + ending)) {
            entries.forEach(found::add);
        }
        Collections.sort(found);
        return found;
    }
}
