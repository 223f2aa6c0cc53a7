package org.airwarden.analysis;

import java.util.Locale;
import java.util.Map;

/** The figures of a {@link Score} as text, for people and for programs. No state. */
public final class ScoreReport {
    private ScoreReport() {}

    /** Returns a JSON object of the figures; whole numbers stand without a point. */
    public static String json(Map<String, Double> figures) {
        StringBuilder text = new StringBuilder("{");
        figures.forEach((name, value) -> {
            text.append(text.length() > 1 ? ",\n " : "\n ");
            text.append('"').append(name).append("\": ");
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            text.append(whole ? Long.toString((long) (double) value) : value.toString());
        });
        return text.append("\n}\n").toString();
    }

    /** Returns a page of the figures with units. */
    public static String text(Map<String, Double> f, ScoreSettings settings) {
        StringBuilder page = new StringBuilder();
        line(page, "%.0f times, %.0f targets, %.0f tracks", f, "times", "truths", "tracks");
        page.append(
                String.format(
                        Locale.ROOT,
                        "%nGOSPA (c %s m, p %s, alpha %s, %d dimensions)%n",
                        Decimals.brief(settings.cutOff(), 3),
                        Decimals.brief(settings.order(), 3),
                        Decimals.brief(settings.alpha(), 3),
                        settings.dimensions()));
        line(page, "  mean                   %10.1f m", f, "gospa_mean");
        line(page, "  localisation, RMS      %10.1f m", f, "loc_rmse");
        line(page, "  missed, at a time      %10.2f", f, "missed_n");
        line(page, "  false, at a time       %10.2f", f, "false_n");
        if (f.containsKey("bound_rmse")) {
            line(page, "  Cramer-Rao bound, RMS  %10.1f m", f, "bound_rmse");
            line(page, "  localisation by it     %10.3f", f, "bound_ratio");
        }
        page.append(String.format(Locale.ROOT, "%nOSPA(2) (window %d times)%n", settings.window()));
        line(page, "  mean                   %10.1f m", f, "ospa2_mean");
        line(page, "  all as one window      %10.1f m", f, "ospa2_whole");
        page.append(
                String.format(
                        Locale.ROOT, "%nSIAP (gate %s m)%n", Decimals.brief(settings.gate(), 3)));
        line(page, "  completeness           %10.4f", f, "siap_completeness");
        line(page, "  ambiguity              %10.4f", f, "siap_ambiguity");
        line(page, "  spuriousness           %10.4f", f, "siap_spuriousness");
        line(page, "  positional accuracy    %10.1f m", f, "siap_pos_acc");
        line(page, "  velocity accuracy      %10.2f m/s", f, "siap_vel_acc");
        line(page, "  track number changes   %10.2e /s", f, "siap_track_change_rate");
        line(page, "  longest segment        %10.4f", f, "siap_longest_segment");
        page.append(String.format(Locale.ROOT, "%nCLEAR-MOT%n"));
        line(page, "  MOTA                   %10.4f", f, "mota");
        line(page, "  MOTP                   %10.1f m", f, "motp");
        line(page, "  identity switches      %10.0f", f, "id_switches");
        line(page, "  fragmentations         %10.0f", f, "fragmentations");
        page.append(String.format(Locale.ROOT, "%nOf matched pairs, RMS%n"));
        line(page, "  horizontal             %10.1f m", f, "rmse_horizontal");
        line(page, "  vertical               %10.1f m", f, "rmse_vertical");
        line(page, "  horizontal velocity    %10.2f m/s", f, "rmse_velocity_horizontal");
        line(page, "  delay until tracked    %10.1f s, mean", f, "mean_start_delay_s");
        return page.toString();
    }

    private static void line(
            StringBuilder page, String format, Map<String, Double> figures, String... names) {
        Object[] values = new Object[names.length];
        for (int k = 0; k < names.length; k++) {
            values[k] = figures.getOrDefault(names[k], Double.NaN);
        }
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
