package cn.shouwang.monitoring.paper;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// A paper read back by a library that did not write it.
public final class Pdf {

    private final byte[] bytes;

    public Pdf(byte[] bytes) {
        this.bytes = bytes;
    }

    public int pages() {
        return read(PDDocument::getNumberOfPages);
    }

    /// The text of each page, without what breaks its lines.
    public List<String> texts() {
        return read(document -> {
            var texts = new ArrayList<String>();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(text(stripper, document).replaceAll("[\\s　]+", ""));
            }
            return texts;
        });
    }

    /// The lines of all pages.
    public List<String> lines() {
        return read(document -> List.of(text(new PDFTextStripper(), document).split("\\R")));
    }

    public String text() {
        return String.join("", texts());
    }

    /// Every font of every page: its name, with ` embedded` behind it where it is.
    public List<String> fonts() {
        return read(document -> {
            var fonts = new ArrayList<String>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(describe(page.getResources()::getFont, name));
                }
            }
            return fonts;
        });
    }

    /// Hands over every page as a printer would see it.
    public void pictures(int dotsPerInch, Consumer<BufferedImage> picture) {
        read(document -> {
            var renderer = new PDFRenderer(document);
            for (var page = 0; page < document.getNumberOfPages(); page++) {
                picture.accept(picture(renderer, page, dotsPerInch));
            }
            return true;
        });
    }

    private static BufferedImage picture(PDFRenderer renderer, int page, int dotsPerInch) {
        try {
            return renderer.renderImageWithDPI(page, dotsPerInch, ImageType.GRAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Fonts<N> {

        PDFont of(N name) throws IOException;
    }

    private static <N> String describe(Fonts<N> fonts, N name) {
        try {
            var font = fonts.of(name);
            return font.getName() + (font.isEmbedded() ? " embedded" : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(PDFTextStripper stripper, PDDocument document) {
        try {
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(Function<PDDocument, T> question) {
        try (var document = Loader.loadPDF(bytes)) {
            return question.apply(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
