package org.airwarden.asterix;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Wireshark's command line as a reader of ASTERIX that this project did not write. Its output in
 * PDML is read as it comes, since that of many records is large.
 */
final class Tshark {
    private static final int PORT = 8600;

    /**
     * One line of its tree: the name without {@code asterix.}, the value as it prints it, and how
     * many bits it stands for.
     */
    record Leaf(String name, String show, String value, int bits) {}

    /** An item as it found it, with its octets. */
    record Shown(String name, int size, List<Leaf> leaves) {}

    /** A datagram as it found it: the items of each record, and what it complained of. */
    record Datagram(List<List<Shown>> records, List<String> complaints) {}

    private Tshark() {}

    static Optional<Path> find() {
        return List.of("/usr/bin/tshark", "/usr/local/bin/tshark").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A capture of raw IPv4 with one UDP datagram for each block. */
    static byte[] capture(List<byte[]> blocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putLong(0);
        head.putInt(0xFFFF).putInt(101);
        out.writeBytes(head.array());
        for (byte[] block : blocks) {
            int length = 28 + block.length;
            ByteBuffer packet = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            packet.putLong(0).putInt(length).putInt(length);
            out.writeBytes(packet.array());
            ByteBuffer ip = ByteBuffer.allocate(28);
            ip.putShort((short) 0x4500).putShort((short) length).putInt(0);
            ip.put((byte) 64).put((byte) 17).putShort((short) 0);
            ip.putInt(0x7F000001).putInt(0x7F000001);
            ip.putShort((short) PORT).putShort((short) PORT);
            ip.putShort((short) (length - 20)).putShort((short) 0);
            out.writeBytes(ip.array());
            out.writeBytes(block);
        }
        return out.toByteArray();
    }

    /**
     * Has a capture read.
     *
     * @param preferences settings such as {@code asterix.i048_version:Version 1.31}
     */
    static void read(
            Path program, Path capture, List<String> preferences, Consumer<Datagram> datagrams) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-n", "-r"));
        command.addAll(List.of(capture.toString(), "-T", "pdml"));
        command.addAll(List.of("-d", "udp.port==" + PORT + ",asterix"));
        for (String preference : preferences) {
            command.addAll(List.of("-o", preference));
        }
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (InputStream pdml = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
                parse(pdml, datagrams);
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no PDML", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void parse(InputStream pdml, Consumer<Datagram> datagrams)
            throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/totalEntitySizeLimit", "0");
        factory.setProperty(
                "http://www.oracle.com/xml/jaxp/properties/maxGeneralEntitySizeLimit", "0");
        XMLStreamReader xml = factory.createXMLStreamReader(pdml);
        int depth = 0;
        int message = -1;
        Datagram datagram = new Datagram(new ArrayList<>(), new ArrayList<>());
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                message = depth == message ? -1 : message;
                if (xml.getLocalName().equals("packet")) {
                    datagrams.accept(datagram);
                    datagram = new Datagram(new ArrayList<>(), new ArrayList<>());
                }
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = attribute(xml, "name");
            if (name.startsWith("_ws.")) {
                datagram.complaints().add(name + " " + attribute(xml, "showname"));
            } else if (name.equals("asterix.message")) {
                message = depth;
                datagram.records().add(new ArrayList<>());
            } else if (message >= 0 && name.startsWith("asterix.")) {
                take(
                        xml,
                        name.substring("asterix.".length()),
                        depth == message + 1,
                        datagram.records().getLast());
            }
            depth++;
        }
    }

    private static void take(XMLStreamReader xml, String name, boolean top, List<Shown> items) {
        switch (name) {
            case "fspec", "FX", "counter", "spare" -> {}
            default -> {
                String value = attribute(xml, "value");
                if (top) {
                    int size = Integer.parseInt(attribute(xml, "size"));
                    items.add(new Shown(name, size, new ArrayList<>()));
                }
                if (!value.isEmpty()) {
                    Leaf leaf = new Leaf(name, attribute(xml, "show"), value, bits(xml));
                    items.getLast().leaves().add(leaf);
                }
            }
        }
    }

    /** A part of an octet is shown with its bits, {@code .10. .... = RAD}, whole ones are not. */
    private static int bits(XMLStreamReader xml) {
        if (attribute(xml, "unmaskedvalue").isEmpty()) {
            return 8 * Integer.parseInt(attribute(xml, "size"));
        }
        String name = attribute(xml, "showname");
        String mask = name.substring(0, name.indexOf(" = "));
        return (int) mask.chars().filter(c -> c == '0' || c == '1').count();
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
