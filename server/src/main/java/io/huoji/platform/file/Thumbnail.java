package io.huoji.platform.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.Flip;
import org.jspecify.annotations.Nullable;

/** A small upright picture of a photo, 480 pixels at most. Only every n-th pixel is decoded, and two photos at a time. */
final class Thumbnail {

    private static final int EDGE = 480;
    private static final Semaphore DECODING = new Semaphore(2);

    private Thumbnail() {}

    /** A JPEG; null for a kind that Java can't decode (HEIC). Throws for a photo that is damaged or larger than it says. */
    static byte @Nullable [] of(MediaType type, byte[] photo) {
        if (type == MediaType.HEIC)
            return null;
        DECODING.acquireUninterruptibly();
        try {
            return drawn(decoded(photo), PhotoPrivacy.orientation(type, photo));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NullPointerException
                | NegativeArraySizeException | ClassCastException broken) {
            throw BadContent.damaged();
        } finally {
            DECODING.release();
        }
    }

    private static BufferedImage decoded(byte[] photo) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new java.io.ByteArrayInputStream(photo))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext())
                throw BadContent.damaged();
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return decoded(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage decoded(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > PhotoSize.MOST_PIXELS)
            throw BadContent.tooManyPixels(pixels);
        int step = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / (2 * EDGE));
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
    }

    private static byte[] drawn(BufferedImage picture, int orientation) throws IOException {
        double fit = Math.min(1.0, (double) EDGE / Math.max(picture.getWidth(), picture.getHeight()));
        var drawing = Thumbnails.of(onWhite(picture)).scale(fit);
        switch (orientation) {
            case 2 -> drawing.addFilter(Flip.HORIZONTAL);
            case 3 -> drawing.rotate(180);
            case 4 -> drawing.addFilter(Flip.VERTICAL);
            case 5 -> drawing.addFilter(Flip.HORIZONTAL).rotate(270);
            case 6 -> drawing.rotate(90);
            case 7 -> drawing.addFilter(Flip.HORIZONTAL).rotate(90);
            case 8 -> drawing.rotate(270);
            default -> {
                // Upright already.
            }
        }
        var out = new ByteArrayOutputStream();
        drawing.outputFormat("jpg").outputQuality(0.8).toOutputStream(out);
        return out.toByteArray();
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_3BYTE_BGR || picture.getType() == BufferedImage.TYPE_INT_RGB)
            return picture;
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = flat.createGraphics();
        pen.drawImage(picture, 0, 0, java.awt.Color.WHITE, null);
        pen.dispose();
        return flat;
    }
}
