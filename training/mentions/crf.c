/*
 * Linear-chain CRF by stochastic gradient (AdaGrad) with an L1 penalty applied where a weight is touched.
 *
 *     gcc -O3 -ffast-math -march=native -o crf crf.c -lm
 *     crf FEATURES LABELS L COLUMNS EPOCHS RATE L1 OUT
 *
 * FEATURES: i32 tokens, width, sentences, features; i32 length of each sentence; i32 ids, width a token (-1: none).
 * COLUMNS of a row are read. LABELS: u8 a token, for the first so many tokens (whole sentences). OUT: f32 weights [features][L], then transitions [L][L], then first [L] and last [L].
 * Sentences are visited in an order that a fixed seed decides, so the same input gives the same weights.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int32_t *read_all(const char *path, size_t *bytes) {
  FILE *f = fopen(path, "rb");
  if (!f) { perror(path); exit(1); }
  fseek(f, 0, SEEK_END);
  *bytes = (size_t)ftell(f);
  rewind(f);
  void *p = malloc(*bytes + 8);
  if (fread(p, 1, *bytes, f) != *bytes) { perror(path); exit(1); }
  fclose(f);
  return p;
}

static int L, S; /* labels; stride of a row of weights, padded for vector instructions */
static float *W, *G, rate, l1;
static float surprise; /* largest gradient of the sentence learnt last */

static inline void update(float *w, float *g, float grad) {
  *g += grad * grad;
  float step = rate / sqrtf(*g + 1e-8f);
  float x = *w - step * grad;
  float t = step * l1;
  *w = x > t ? x - t : x < -t ? x + t : 0;
}

#define MAXN 4096
static float score[MAXN][16], alpha[MAXN][16], beta[MAXN][16];
static float T[16][16], TG[16][16], F[16], FG[16], E[16], EG[16];

static float logsum(const float *x) {
  float m = x[0];
  for (int i = 1; i < L; i++) if (x[i] > m) m = x[i];
  float s = 0;
  for (int i = 0; i < L; i++) s += expf(x[i] - m);
  return m + logf(s);
}

static double learn(const int32_t *x, const uint8_t *y, int n, int width, int use) {
  float tmp[16];
  for (int i = 0; i < n; i++) {
    float s[16] = {0};
    const int32_t *row = x + (size_t)i * width;
    for (int k = 0; k < use; k++) {
      if (k + 8 < use && row[k + 8] >= 0) __builtin_prefetch(W + (size_t)row[k + 8] * S);
      if (row[k] < 0) continue;
      const float *w = W + (size_t)row[k] * S;
      for (int l = 0; l < S; l++) s[l] += w[l];
    }
    memcpy(score[i], s, sizeof s);
  }
  for (int l = 0; l < L; l++) alpha[0][l] = score[0][l] + F[l];
  for (int i = 1; i < n; i++)
    for (int l = 0; l < L; l++) {
      for (int j = 0; j < L; j++) tmp[j] = alpha[i - 1][j] + T[j][l];
      alpha[i][l] = logsum(tmp) + score[i][l];
    }
  for (int l = 0; l < L; l++) beta[n - 1][l] = E[l];
  for (int i = n - 2; i >= 0; i--)
    for (int l = 0; l < L; l++) {
      for (int j = 0; j < L; j++) tmp[j] = T[l][j] + score[i + 1][j] + beta[i + 1][j];
      beta[i][l] = logsum(tmp);
    }
  for (int l = 0; l < L; l++) tmp[l] = alpha[n - 1][l] + E[l];
  float z = logsum(tmp);
  float gold = F[y[0]] + E[y[n - 1]];
  for (int i = 0; i < n; i++) gold += score[i][y[i]] + (i ? T[y[i - 1]][y[i]] : 0);
  float tg[16][16] = {{0}};
  for (int i = 1; i < n; i++)
    for (int j = 0; j < L; j++)
      for (int l = 0; l < L; l++)
        tg[j][l] += expf(alpha[i - 1][j] + T[j][l] + score[i][l] + beta[i][l] - z) - (y[i - 1] == j && y[i] == l);
  surprise = 0;
  for (int i = 0; i < n; i++) {
    float g[16] = {0}, most = 0;
    for (int l = 0; l < L; l++) {
      g[l] = expf(alpha[i][l] + beta[i][l] - z) - (y[i] == l);
      if (fabsf(g[l]) > most) most = fabsf(g[l]);
    }
    if (most > surprise) surprise = most;
    if (i == 0) for (int l = 0; l < L; l++) update(&F[l], &FG[l], g[l]);
    if (i == n - 1) for (int l = 0; l < L; l++) update(&E[l], &EG[l], g[l]);
    if (most < 1e-3f) continue;
    const int32_t *row = x + (size_t)i * width;
    for (int k = 0; k < use; k++) {
      if (row[k] < 0) continue;
      float *w = W + (size_t)row[k] * S, *a = G + (size_t)row[k] * S;
      for (int l = 0; l < S; l++) {
        a[l] += g[l] * g[l];
        float step = rate / sqrtf(a[l] + 1e-8f);
        float v = w[l] - step * g[l], t = step * l1;
        float m = fabsf(v) - t;
        w[l] = m > 0 ? copysignf(m, v) : 0;
      }
    }
  }
  for (int j = 0; j < L; j++)
    for (int l = 0; l < L; l++)
      if (tg[j][l] != 0) update(&T[j][l], &TG[j][l], tg[j][l]);
  return z - gold;
}

int main(int argc, char **argv) {
  if (argc != 9) { fprintf(stderr, "crf FEATURES LABELS L COLUMNS EPOCHS RATE L1 OUT\n"); return 2; }
  size_t bytes;
  int32_t *head = read_all(argv[1], &bytes);
  int tokens = head[0], width = head[1], sentences = head[2], features = head[3];
  int32_t *lengths = head + 4, *ids = lengths + sentences;
  uint8_t *labels = (uint8_t *)read_all(argv[2], &bytes);
  int covered = 0, own = 0;
  while (own < sentences && covered < (int)bytes) covered += lengths[own++];
  if (covered != (int)bytes) { fprintf(stderr, "%s: %zu labels do not end with a sentence of %d tokens\n", argv[2], bytes, tokens); return 1; }
  sentences = own;
  L = atoi(argv[3]);
  S = L <= 8 ? 8 : 16;
  int use = atoi(argv[4]), epochs = atoi(argv[5]);
  rate = atof(argv[6]);
  l1 = atof(argv[7]);
  W = calloc((size_t)features * S, sizeof(float));
  G = calloc((size_t)features * S, sizeof(float));
  int *order = malloc(sizeof(int) * sentences), *first = malloc(sizeof(int) * sentences);
  for (int i = 0, at = 0; i < sentences; at += lengths[i++]) { order[i] = i; first[i] = at; }
  /* Epochs that a sentence sits out: one that is all O and does not surprise teaches nothing for a while. */
  uint8_t *rest = calloc(sentences, 1);
  uint32_t seed = 12345;
  for (int e = 0; e < epochs; e++) {
    for (int i = sentences - 1; i > 0; i--) {
      seed = seed * 1664525u + 1013904223u;
      int j = (seed >> 8) % (i + 1), t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
    double loss = 0;
    for (int i = 0; i < sentences; i++) {
      int s = order[i], n = lengths[s] < MAXN ? lengths[s] : MAXN;
      if (rest[s] > 0) { rest[s]--; continue; }
      if (n > 0) loss += learn(ids + (size_t)first[s] * width, labels + first[s], n, width, use);
      int empty = 1;
      for (int k = 0; k < n; k++) if (labels[first[s] + k]) empty = 0;
      if (empty && surprise < 0.03f) rest[s] = 4;
    }
    fprintf(stderr, "%s epoch %d loss %.1f\n", argv[2], e + 1, loss);
  }
  FILE *f = fopen(argv[8], "wb");
  for (int i = 0; i < features; i++) fwrite(W + (size_t)i * S, sizeof(float), L, f);
  for (int j = 0; j < L; j++) fwrite(T[j], sizeof(float), L, f);
  fwrite(F, sizeof(float), L, f);
  fwrite(E, sizeof(float), L, f);
  fclose(f);
  return 0;
}
