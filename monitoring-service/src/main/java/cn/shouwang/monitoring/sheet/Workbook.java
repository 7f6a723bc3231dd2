package cn.shouwang.monitoring.sheet;

import cn.shouwang.platform.rule.RuleBroken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Which sheet of a workbook is read: the only visible one that has a cell.
record Workbook(String sheet, boolean from1904) {

    private static final String BOOK = "xl/workbook.xml";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    static Workbook of(Parcel parcel) {
        var ids = new ArrayList<String>();
        var epoch = new boolean[1];
        XlsxTable.in(parcel, BOOK, xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "sheet" -> visible(xml, ids);
                        case "workbookPr" -> epoch[0] = isTrue(xml.getAttributeValue(null, "date1904"));
                        default -> {}
                    }
                }
            }
        });
        var targets = targets(parcel);
        var filled = ids.stream()
                .map(targets::get)
                .filter(Objects::nonNull)
                .filter(name -> hasCell(parcel, name))
                .toList();
        return new Workbook(one(filled), epoch[0]);
    }

    private static String one(List<String> filled) {
        if (filled.isEmpty()) {
            throw new RuleBroken("dataset.unreadable", "no visible sheet holds anything");
        }
        if (filled.size() > 1) {
            throw new RuleBroken("dataset.sheets-several", "more than one visible sheet holds something");
        }
        return filled.getFirst();
    }

    private static void visible(XMLStreamReader xml, List<String> ids) {
        var state = xml.getAttributeValue(null, "state");
        var id = xml.getAttributeValue(RELATIONS, "id");
        var named = id == null ? xml.getAttributeValue(STRICT_RELATIONS, "id") : id;
        if (named != null && (state == null || state.equals("visible"))) {
            ids.add(named);
        }
    }

    private static Map<String, String> targets(Parcel parcel) {
        var targets = new HashMap<String, String>();
        XlsxTable.in(parcel, "xl/_rels/workbook.xml.rels", xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    var target = Objects.requireNonNullElse(xml.getAttributeValue(null, "Target"), "");
                    targets.put(
                            Objects.requireNonNullElse(xml.getAttributeValue(null, "Id"), ""),
                            target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        });
        return targets;
    }

    private static boolean hasCell(Parcel parcel, String name) {
        var found = new boolean[1];
        XlsxTable.in(parcel, name, xml -> {
            while (!found[0] && xml.hasNext()) {
                found[0] = xml.next() == XMLStreamReader.START_ELEMENT
                        && (xml.getLocalName().equals("v") || xml.getLocalName().equals("is"));
            }
        });
        return found[0];
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
