package dev.hostlab.settings;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Prices that the user puts in where a snapshot has none, by the figure's name.
///
/// Their names belong to the snapshot and not to the catalogue, so any well-formed name is taken here; whoever
/// loads the snapshot refuses the ones it does not know.
record StandIns(SortedMap<String, BigDecimal> rates) {

    static final StandIns NONE = new StandIns(new TreeMap<>());

    /// What paths of stand-ins begin with.
    static final String PREFIX = "prices.";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,18})?");

    StandIns {
        rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
    }

    static boolean isPath(String path) {
        return path.startsWith(PREFIX)
                && NAME.matcher(path.substring(PREFIX.length())).matches();
    }

    static boolean isRate(String text) {
        return RATE.matcher(text).matches();
    }

    StandIns with(String path, String rate) {
        var more = new TreeMap<>(rates);
        var decimal = new BigDecimal(rate);
        more.put(
                path.substring(PREFIX.length()),
                decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros());
        return new StandIns(more);
    }

    StandIns without(String path) {
        var fewer = new TreeMap<>(rates);
        fewer.remove(path.substring(PREFIX.length()));
        return new StandIns(fewer);
    }

    /// Path → canonical text.
    Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        rates.forEach((name, rate) -> texts.put(PREFIX + name, rate.toPlainString()));
        return texts;
    }
}
