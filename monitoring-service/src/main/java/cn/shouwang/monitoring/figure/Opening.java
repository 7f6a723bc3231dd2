package cn.shouwang.monitoring.figure;

import java.util.Map;

/// The list that a number opens to: the rows that were counted, or the smallest list that holds them.
final class Opening {

    private static final String ACTIVE = "MONITORED";
    private static final String EVER = "MONITORED,REMOVED,CLOSED";

    private Opening() {}

    /// As a path of this service.
    static String of(Code code, String measure, String division) {
        return switch (code) {
            case KPI03 -> "/clues?division=" + division;
            case KPI05, KPI06 -> help(measure, division);
            case KPI10 -> "/visits?division=" + division + visits(measure);
            case KPI11 -> SelfReportMeasures.list(measure, division);
            case KPI23 -> "/quality/issues?division=" + division + quality(measure);
            case KPI01, KPI02, KPI04, KPI07, KPI08, KPI09 -> roster(measure, division);
        };
    }

    private static String help(String measure, String division) {
        return switch (measure) {
            case "active", "not-helped", "with-labour", "not-developmental", "risks", "unmet" ->
                roster(measure, division);
            case "developmental" -> "/measures?division=" + division + "&developmental=true";
            default ->
                measure.startsWith("unmet.")
                        ? roster(measure, division)
                        : "/measures?division=" + division + part(measure, "met.", "risk");
        };
    }

    private static String visits(String measure) {
        return Map.of(
                        "overdue",
                        "&overdue=true",
                        "in-time",
                        "&overdue=false",
                        "never",
                        "&never=true",
                        "visited",
                        "&never=false")
                .getOrDefault(measure, "");
    }

    private static String quality(String measure) {
        return switch (measure) {
            case "overdue" -> "&state=ASSIGNED";
            case "days-to-fix.median", "days-to-fix.p90" -> "&state=FIXED";
            default -> part(measure, "state.", "state") + part(measure, "rule.", "rule");
        };
    }

    private static String roster(String measure, String division) {
        return "/roster?town=" + division + "&monitoring=" + narrowed(measure);
    }

    /// What a measure counted of all that are or were monitored, in the words of the list.
    private static String narrowed(String measure) {
        var part = measure.substring(measure.indexOf('.') + 1);
        return switch (measure.replaceFirst("\\..*", "")) {
            case "category" -> ACTIVE + "&category=" + part;
            case "risk", "unmet" -> ACTIVE + (part.equals(measure) ? "" : "&risk=" + part);
            case "backstop" -> ACTIVE + "&backstop=true";
            case "with-labour", "not-developmental" -> ACTIVE + "&backstop=false";
            case "removed" -> "REMOVED&mode=" + part;
            case "closed" -> "CLOSED";
            case "reverted" -> EVER + "&reverted=true";
            case "returned" -> EVER + "&returned=true";
            case "ever", "channel", "days", "late", "in-time" -> EVER;
            default -> ACTIVE;
        };
    }

    private static String part(String measure, String prefix, String parameter) {
        return measure.startsWith(prefix) ? "&" + parameter + "=" + measure.substring(prefix.length()) : "";
    }
}
