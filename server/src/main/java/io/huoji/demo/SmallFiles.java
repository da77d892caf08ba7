package io.huoji.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Small real files as evidence of the demo: a drawn blackboard as JPEG, a second of tones as WAV; no two alike. */
final class SmallFiles {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final float RATE = 8000;

    private SmallFiles() {}

    static byte[] photo(long number) {
        SplittableRandom random = EduGroup.chance("photo", number);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(Color.getHSBColor(0.38f + random.nextInt(8) / 100f, 0.45f, 0.28f + random.nextInt(10) / 100f));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setColor(new Color(0xB08A5B));
        canvas.setStroke(new BasicStroke(26));
        canvas.drawRect(0, 0, WIDTH, HEIGHT);
        chalk(canvas, random);
        canvas.dispose();
        return jpeg(image);
    }

    private static void chalk(Graphics2D canvas, SplittableRandom random) {
        canvas.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.setColor(new Color(0xF2EFE6));
        int shift = random.nextInt(120);
        int bend = 40 + random.nextInt(160);
        canvas.drawLine(60, 360, 380, 360);
        canvas.drawLine(120 + shift / 2, 400, 120 + shift / 2, 80);
        for (int x = 60; x < 380; x += 4)
            canvas.drawLine(x, curve(x, shift, bend), x + 4, curve(x + 4, shift, bend));
        for (int line = 0; line < 7; line++)
            canvas.drawLine(420, 100 + line * 44, 460 + random.nextInt(130), 100 + line * 44);
    }

    private static int curve(int x, int shift, int bend) {
        double t = (x - 220.0 - shift / 3.0) / bend;
        return (int) Math.max(70, 350 - 60 * (4 - t * t));
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    static byte[] recording(long number) {
        SplittableRandom random = EduGroup.chance("recording", number);
        byte[] samples = new byte[(int) RATE];
        double pitch = 180 + random.nextInt(400);
        for (int i = 0; i < samples.length; i++)
            samples[i] = (byte) (128 + 60 * Math.sin(2 * Math.PI * pitch * i / RATE) * Math.sin(Math.PI * i / RATE)
                    + random.nextInt(3));
        AudioFormat format = new AudioFormat(RATE, 8, 1, false, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(samples), format,
                samples.length)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }
}
