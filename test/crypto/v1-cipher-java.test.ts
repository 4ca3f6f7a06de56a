import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveV1Key } from '../../src/crypto/v1-cipher-key.ts'
import { decryptV1Field, encryptV1Field } from '../../src/crypto/v1-cipher.ts'
import { scale } from '../harness/scale.ts'
import { hasJava, runJava } from './tools.ts'

describe("the JDK's own SHA1PRNG and AES", () => {
  test(`agree ${scale.javaFields} times at random: key, cipher text, and back`, ({ skip }) => {
    skip(!hasJava, 'java and javac are not on this machine')
    const text = (longest: number) => fc.string({ unit: 'binary', maxLength: longest })
    const given = fc.sample(
      fc.record({
        key: fc.oneof(fc.uuid(), text(80)),
        encryptType: fc.constantFrom('1' as const, '2' as const),
        plain: text(90),
      }),
      { numRuns: scale.javaFields },
    )
    const ours = given.map((field) => {
      const bits = field.encryptType === '1' ? 256 : 128
      const value = encryptV1Field(field)
      return {
        ...field,
        bits,
        value,
        keyHex: deriveV1Key(field.key, bits).toString('hex'),
      } as const
    })
    const rows = ours.map(({ key, bits, plain, value }) => [
      key,
      String(bits),
      value.slice(0, 16),
      plain,
      value,
    ])
    const javas = runJava(javaProgram, rows)
    expect(javas).toEqual(ours.map(({ keyHex, value, plain }) => [keyHex, value, plain]))
    const back = ours.map(({ key, encryptType }, at) =>
      decryptV1Field({ key, encryptType, value: javas[at]?.[1] ?? '' }),
    )
    expect(back).toEqual(ours.map(({ plain }) => plain))
  }, 90_000)
})

const javaProgram = `
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.*;
import javax.crypto.spec.*;

public class Main {
  public static void main(String[] arguments) throws Exception {
    BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = reader.readLine()) != null; ) {
      String[] fields = line.split("\\t", -1);
      for (int i = 0; i < fields.length; i++) fields[i] = decode(fields[i]);
      String key = fields[0], iv = fields[2], plain = fields[3], encrypted = fields[4];
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(key.getBytes(StandardCharsets.UTF_8));
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(Integer.parseInt(fields[1]), random);
      SecretKey secret = generator.generateKey();
      IvParameterSpec vector = new IvParameterSpec(iv.getBytes(StandardCharsets.UTF_8));
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(Cipher.ENCRYPT_MODE, secret, vector);
      byte[] made = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
      cipher.init(Cipher.DECRYPT_MODE, secret, vector);
      byte[] opened = cipher.doFinal(Base64.getDecoder().decode(encrypted.substring(16)));
      System.out.println(String.join("\\t", encode(hex(secret.getEncoded())),
        encode(iv + Base64.getEncoder().encodeToString(made)),
        encode(new String(opened, StandardCharsets.UTF_8))));
    }
  }
  static String decode(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
  static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
  static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte one : bytes) {
      text.append(Character.forDigit(one >> 4 & 15, 16)).append(Character.forDigit(one & 15, 16));
    }
    return text.toString();
  }
}
`
