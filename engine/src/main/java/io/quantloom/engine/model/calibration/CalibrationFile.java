package io.quantloom.engine.model.calibration;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file of a calibrated model: one line {@code quantloom calibrated 1: METHOD NUMBERS}, then the file of the model
 * inside, byte by byte.
 */
final class CalibrationFile {

    private static final String HEAD = "quantloom calibrated 1: ";
    private static final byte[] FIRST = HEAD.getBytes(StandardCharsets.US_ASCII);

    private final Calibration calibration;
    private final byte[] model;

    private CalibrationFile(Calibration calibration, byte[] model) {
        this.calibration = calibration;
        this.model = model;
    }

    /** Whether the bytes begin as such a file does. */
    static boolean isOne(byte[] bytes) {
        return bytes.length > FIRST.length && Arrays.equals(bytes, 0, FIRST.length, FIRST, 0, FIRST.length);
    }

    static byte[] write(Calibration calibration, byte[] model) {
        byte[] line = (HEAD + calibration.method().text() + " " + calibration.text() + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(line, line.length + model.length);
        System.arraycopy(model, 0, all, line.length, model.length);
        return all;
    }

    /** Reads a file that {@link #isOne}. INVALID when its line is damaged. */
    static Outcome<CalibrationFile> read(byte[] bytes) {
        int end = FIRST.length;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        String line = new String(bytes, FIRST.length, end - FIRST.length, StandardCharsets.US_ASCII);
        int space = line.indexOf(' ');
        Optional<CalibrationMethod> method =
                space < 0 ? Optional.empty() : CalibrationMethod.ofText(line.substring(0, space));
        if (end == bytes.length || method.isEmpty()) {
            return Outcome.failed(damaged());
        }
        try {
            return Outcome.success(new CalibrationFile(
                    calibration(method.get(), line.substring(space + 1)),
                    Arrays.copyOfRange(bytes, end + 1, bytes.length)));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(damaged().causedBy(e));
        }
    }

    private static Calibration calibration(CalibrationMethod method, String numbers) {
        return switch (method) {
            case PLATT -> {
                double[] line = pair(numbers, ',');
                yield new PlattCalibration(line[0], line[1]);
            }
            case ISOTONIC -> {
                double[][] points = Arrays.stream(numbers.split(",", -1))
                        .map(point -> pair(point, ':'))
                        .toArray(double[][]::new);
                yield IsotonicCalibration.of(
                        Arrays.stream(points).mapToDouble(point -> point[0]).toArray(),
                        Arrays.stream(points).mapToDouble(point -> point[1]).toArray());
            }
        };
    }

    private static double[] pair(String text, char between) {
        int at = text.indexOf(between);
        if (at < 0) {
            throw new IllegalArgumentException("expected two numbers, found " + text);
        }
        return new double[] {Double.parseDouble(text.substring(0, at)), Double.parseDouble(text.substring(at + 1))};
    }

    Calibration calibration() {
        return calibration;
    }

    /** The file of the model inside. */
    byte[] model() {
        return model;
    }

    private static Failure damaged() {
        return Failure.of(
                Reason.INVALID,
                "the file of a calibrated model",
                "a first line that is none",
                "",
                "restore the file from a backup");
    }
}
