package io.quantloom.engine.experiment;

/** The form of the path of a run's file. */
public final class ArtifactPath {

    private static final int LONGEST = 500;

    private ArtifactPath() {}

    /**
     * Returns the path if it may name a file of a run.
     *
     * @param path 1 to 500 characters, names separated by {@code /}, none of them empty, {@code .} or {@code ..}, no
     *     {@code \} and no control characters
     * @throws IllegalArgumentException if it has another form
     */
    public static String check(String path) {
        boolean allowed = !path.isEmpty() && path.length() <= LONGEST;
        for (int i = 0; i < path.length(); i++) {
            allowed &= path.charAt(i) >= ' ' && path.charAt(i) != '\\' && path.charAt(i) != 0x7f;
        }
        for (String name : path.split("/", -1)) {
            allowed &= !name.isEmpty() && !name.equals(".") && !name.equals("..");
        }
        if (!allowed) {
            throw new IllegalArgumentException("a file of a run has a relative path with /, was '" + path + "'");
        }
        return path;
    }
}
