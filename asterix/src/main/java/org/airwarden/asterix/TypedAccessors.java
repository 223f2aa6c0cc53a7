package org.airwarden.asterix;

import java.util.ArrayList;
import java.util.List;
import org.airwarden.asterix.Shape.Content;
import org.airwarden.asterix.Shape.Kind;
import org.airwarden.asterix.Shape.Label;
import org.jspecify.annotations.Nullable;

/** Writes the methods that answer for one item, and for what is inside it. */
final class TypedAccessors {
    private final TypedItem item;
    private final String name;
    private final String there;
    private final String cite;
    private final StringBuilder out;

    /**
     * Writes for an item.
     *
     * @param bits the variable with the bits that tell what is there
     */
    TypedAccessors(TypedItem item, String bits, StringBuilder out) {
        this.item = item;
        this.name = item.name();
        this.there = "(" + bits + " & " + TypedSource.hex(TypedSource.mask(item.bit)) + ") != 0";
        this.cite = "I" + item.owner.number() + "/" + item.path;
        this.out = out;
    }

    void write() {
        String title = item.newest().title();
        String about = cite + (title.isEmpty() ? "" : ", " + escape(title));
        method(
                "Whether " + about + " is there" + only(item.items) + ".",
                "boolean has" + name,
                "",
                there);
        if (item.repeats()) {
            String octets = item.byEdition(each -> Integer.toString(each.octets));
            method(
                    "How many elements " + about + " has.",
                    "int count" + name,
                    "",
                    there + " ? n" + name + " / " + octets + " : 0");
        }
        if (item.kind == Item.EXPLICIT) {
            method(
                    "Where the content of " + cite + " begins in {@link #data}, or -1.",
                    "int start" + name,
                    "",
                    there + " ? a" + name + " : -1");
            method(
                    "The octets of the content of " + cite + ", without its length octet.",
                    "int size" + name,
                    "",
                    there + " ? n" + name + " : 0");
        }
        for (TypedField field : item.fields()) {
            field(field);
        }
        for (@Nullable TypedItem child : item.children) {
            if (child != null) {
                new TypedAccessors(child, "p" + name, out).write();
            }
        }
    }

    private void field(TypedField field) {
        String called = TypedItem.name(field.path);
        boolean repeats = item.repeats();
        String parameter = repeats ? "int index" : "";
        String octets = item.byEdition(each -> Integer.toString(each.octets));
        String at = repeats ? "a" + name + " + index * " + octets : "a" + name;
        String guard = repeats ? "index >= 0 && index < count" + name + "()" : there;
        if (field.isConditional()) {
            guard += " && " + field.condition(at);
            method(
                    "Whether " + cite(field) + " is there" + only(field.fields) + ".",
                    "boolean has" + called,
                    parameter,
                    guard);
        }
        String about = cite(field) + words(field);
        if (field.isFlag()) {
            method(
                    about + "; false when absent.",
                    "boolean i" + called,
                    parameter,
                    guard + " && " + field.extract(at) + " != 0");
            return;
        }
        String raw = called;
        if (field.isQuantity()) {
            raw += "Raw";
            method(
                    about + "; NaN when absent.",
                    "double i" + called,
                    parameter,
                    guard + " ? " + field.value(at) + " : Double.NaN");
        }
        boolean text = field.kind() != Kind.NUMBER;
        method(
                (field.isQuantity() ? "The bits of " + cite(field) : about) + "; 0 when absent.",
                field.rawType() + " i" + raw,
                parameter,
                guard + " ? " + field.extract(at) + " : 0");
        if (text) {
            String bits = TypedItem.choose(bits(field));
            method(
                    cite(field) + " as text; \"\" when absent.",
                    "String i" + called + "Text",
                    parameter,
                    guard
                            + " ? FieldText.of(Shape.Kind."
                            + field.kind()
                            + ", "
                            + field.extract(at)
                            + ", "
                            + bits
                            + ") : \"\"");
        }
    }

    private static List<@Nullable String> bits(TypedField field) {
        List<@Nullable String> bits = new ArrayList<>();
        for (@Nullable Field each : field.fields) {
            bits.add(each == null ? null : Integer.toString(each.bits));
        }
        return bits;
    }

    private String cite(TypedField field) {
        return "I" + item.owner.number() + "/" + field.path;
    }

    /** What the bits mean, as the newest edition has it. */
    private String words(TypedField field) {
        StringBuilder words = new StringBuilder();
        String title = item.newest().title();
        if (!title.isEmpty()) {
            words.append(", ").append(escape(title));
        }
        Field newest = field.newest();
        Content content = newest.content();
        words.append(": ").append(newest.bits).append(newest.bits == 1 ? " bit" : " bits");
        switch (content.kind()) {
            case OCTAL -> words.append(", an octal code");
            case HEX -> words.append(", read as hexadecimal digits");
            case ASCII -> words.append(", characters of eight bits");
            case ICAO -> words.append(", characters of six bits");
            case NUMBER -> {
                if (field.isQuantity()) {
                    words.append(" of ").append(step(content));
                    if (!content.unit().isEmpty()) {
                        words.append(", in ").append(content.unit());
                    }
                }
            }
        }
        String before = " {@literal {";
        for (Label label : content.labels()) {
            words.append(before).append(label.raw()).append(' ').append(label.name());
            before = ", ";
        }
        words.append(content.labels().isEmpty() ? "" : "}}");
        return words.append(only(field.fields)).toString();
    }

    /** One step as people write it: 1/128, 45/2^13, 25. */
    private static String step(Content content) {
        double step = content.multiplier() / content.divisor();
        if (step == Math.rint(step)) {
            return Long.toString((long) step);
        }
        double inverse = content.divisor() / content.multiplier();
        if (inverse == Math.rint(inverse)) {
            return "1/" + (long) inverse;
        }
        int power = 0;
        while (step != Math.rint(step) && power < 40) {
            step *= 2;
            power++;
        }
        return power < 40
                ? (long) step + "/2^" + power
                : Double.toString(content.multiplier() / content.divisor());
    }

    /** Which editions have it, where not all do. */
    private String only(List<?> byEdition) {
        if (!byEdition.contains(null)) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < byEdition.size(); i++) {
            if (byEdition.get(i) != null) {
                words.append(words.isEmpty() ? " (editions " : ", ");
                words.append(item.owner.editions().get(i).edition());
            }
        }
        return words.append(')').toString();
    }

    private void method(String comment, String signature, String parameters, String result) {
        out.append("\n    /** ").append(comment).append(" */\n");
        out.append("    public ").append(signature).append('(').append(parameters).append(") {\n");
        out.append("        return ").append(result).append(";\n    }\n");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
