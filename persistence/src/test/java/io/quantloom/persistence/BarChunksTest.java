package io.quantloom.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Seeds;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarChunksTest {

    private static byte[] encoded(double[] numbers) {
        ByteBuffer buffer = BarChunks.buffer(1);
        BarChunks.putNumbers(buffer, numbers, 0, numbers.length);
        return BarChunks.bytes(buffer);
    }

    private static byte[] encoded(long[] times) {
        ByteBuffer buffer = BarChunks.buffer(1);
        BarChunks.putTimes(buffer, times, 0, times.length);
        return BarChunks.bytes(buffer);
    }

    private static void assertComesBack(double[] numbers) {
        double[] found = new double[numbers.length];
        BarChunks.takeNumbers(ByteBuffer.wrap(encoded(numbers)), found, 0, found.length);
        for (int i = 0; i < numbers.length; i++) {
            assertThat(Double.doubleToRawLongBits(found[i])).isEqualTo(Double.doubleToRawLongBits(numbers[i]));
        }
    }

    private static void assertComesBack(long[] times) {
        long[] found = new long[times.length];
        BarChunks.takeTimes(ByteBuffer.wrap(encoded(times)), found, 0, found.length);
        assertThat(found).isEqualTo(times);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void givesBackWhateverMixOfNumbers(long seed) {
        RandomGenerator random = new Seeds(seed).random();
        double scale = Math.pow(10, random.nextInt(12));
        double[] numbers = new double[1 + random.nextInt(2000)];
        Arrays.setAll(numbers, i -> Math.rint(random.nextDouble() * 1e7) / scale);
        assertComesBack(numbers);

        for (double odd : new double[] {Double.NaN, -0.0, Math.PI, 1e300, 4.9e-324, Double.POSITIVE_INFINITY, 1e16}) {
            double[] mixed = numbers.clone();
            mixed[random.nextInt(mixed.length)] = odd;
            assertComesBack(mixed);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesBackWhateverMixOfTimes(long seed) {
        RandomGenerator random = new Seeds(seed).random();
        long[] times = new long[1 + random.nextInt(500)];
        long time = random.nextLong() / 4;
        for (int i = 0; i < times.length; i++) {
            time += 1 + (random.nextInt(10) == 0 ? random.nextLong(1L << 40) : 3_600_000);
            times[i] = time;
        }
        assertComesBack(times);
    }

    @Test
    void packsPricesOfFewDigits() {
        RandomGenerator random = new Seeds(42).random();
        double[] prices = new double[BarChunks.ROWS];
        long cents = 4_000_000;
        for (int i = 0; i < prices.length; i++) {
            cents += random.nextInt(200) - 100;
            prices[i] = cents / 100.0;
        }

        assertThat(encoded(prices).length).isLessThan(3 * prices.length);
        assertComesBack(prices);
    }

    @Test
    void writesEvenTimesAsFirstAndStep() {
        long[] times = new long[BarChunks.ROWS];
        Arrays.setAll(times, i -> 1_577_836_800_000L + i * 3_600_000L);

        assertThat(encoded(times).length).isEqualTo(17);
        assertComesBack(times);
    }

    @Test
    void takesAFullChunkOfTheWorstNumbers() {
        double[] numbers = new double[BarChunks.ROWS];
        Arrays.setAll(numbers, i -> i % 2 == 0 ? 9e15 : -9e15);
        long[] times = new long[BarChunks.ROWS];
        Arrays.setAll(times, i -> (i % 2 == 0 ? 1L : -1L) << 62);

        assertComesBack(numbers);
        assertComesBack(times);
    }
}
