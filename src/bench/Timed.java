import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times commands by turns, each a whole process, and prints medians and the ratio to the first, run by run, so that a
 * machine that gets slower in between disturbs little: {@code java Timed.java RUNS NAME=COMMAND ...}. A command is run by
 * a shell; what stands before a {@code ;;} in it prepares the run and is not timed.
 */
final class Timed {

    private Timed() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int runs = Integer.parseInt(arguments[0]);
        Map<String, String> commands = new LinkedHashMap<>();
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            int equals = argument.indexOf('=');
            commands.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        Map<String, List<double[]>> seconds = new LinkedHashMap<>();
        for (int run = -1; run < runs; run++) {
            for (Map.Entry<String, String> command : commands.entrySet()) {
                double[] timed = time(command.getValue());
                if (run >= 0) {
                    seconds.computeIfAbsent(command.getKey(), name -> new ArrayList<>()).add(timed);
                }
            }
        }
        print(seconds);
    }

    private static void print(Map<String, List<double[]>> seconds) {
        List<double[]> first = seconds.values().iterator().next();
        System.out.println("| what | wall s | CPU s | wall, to the first | CPU, to the first |");
        System.out.println("| --- | --- | --- | --- | --- |");
        seconds.forEach((name, runs) -> System.out.println(String.format(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %.2f |",
                name, median(runs, 0), median(runs, 1), ratio(runs, first, 0), ratio(runs, first, 1))));
    }

    private static double median(List<double[]> runs, int figure) {
        return middle(runs.stream().mapToDouble(run -> run[figure]).sorted().toArray());
    }

    private static double ratio(List<double[]> runs, List<double[]> first, int figure) {
        double[] ratios = new double[runs.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = runs.get(i)[figure] / first.get(i)[figure];
        }
        Arrays.sort(ratios);
        return middle(ratios);
    }

    private static double middle(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Wall time, and the time of all processes of the command on processors, in seconds. */
    private static double[] time(String command) throws IOException, InterruptedException {
        String[] parts = command.split(";;", 2);
        if (parts.length == 2) {
            shell(parts[0]);
        }
        // "times" is of the POSIX shell: its second line is the time of the shell's children.
        Path figures = Path.of(System.getProperty("java.io.tmpdir"), "timed-" + ProcessHandle.current().pid());
        long begun = System.nanoTime();
        shell(parts[parts.length - 1] + "\nstatus=$?\ntimes >'" + figures + "'\nexit $status");
        double wall = (System.nanoTime() - begun) / 1e9;
        String[] children = Files.readString(figures).lines().toList().get(1).split(" ");
        Files.delete(figures);
        return new double[] {wall, parse(children[0]) + parse(children[1])};
    }

    private static double parse(String minutesAndSeconds) {
        String[] parts = minutesAndSeconds.replace("s", "").split("m");
        return 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
    }

    private static void shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        if (process.waitFor() != 0) {
            throw new IOException("failed with " + process.exitValue() + ": " + command);
        }
    }
}
