;; The loops that the net spends its time in. Products are over 16-bit whole numbers (pmaddwd and its like: eight products an
;; instruction), which add up to the same sum in any order; the rest is plain float32, whose order is written down here: so every
;; processor gives the same tree. All places and lengths count in bytes unless said otherwise. Of two floats `pmax` and `pmin`
;; take one in a single instruction; `max` and `min`, which also settle what is no number, take eight.
;; Two vectors that lie side by side are worked out alike and stored one right after the other, with every load before the
;; stores: where the processor has vectors of 256 bits, V8 makes one of the two (`app/set-compiler-flags.ts`).
(module
  (import "net" "memory" (memory 1))

  ;; Rows of floats -> rows of whole numbers up to `levels` (below 2^15), each with the factor that undoes it. Four rows lie as one block: a pair of
  ;; inputs of the first, the same pair of the second, third and fourth, the next pair of the first ... `inputs` is a multiple of
  ;; 8. A float plus 1.5 * 2^23 has the float, rounded, in its lowest bits.
  (func (export "quantise")
    (param $from i32) (param $stride i32) (param $rows i32) (param $inputs i32) (param $to i32) (param $scales i32) (param $levels f32)
    (local $k i32) (local $at i32) (local $most v128) (local $more v128) (local $max f32) (local $factor v128) (local $round v128)
    (local $eight v128) (local $place i32) (local $row i32)
    (local.set $round (v128.const f32x4 12582912 12582912 12582912 12582912))
    (block $done
      (loop $row
        (br_if $done (i32.le_s (local.get $rows) (i32.const 0)))
        (local.set $most (v128.const f32x4 0 0 0 0))
        (local.set $more (v128.const f32x4 0 0 0 0))
        (local.set $at (local.get $from))
        (local.set $k (local.get $inputs))
        (loop $find
          (local.set $most (f32x4.pmax (local.get $most) (f32x4.abs (v128.load (local.get $at)))))
          (local.set $more (f32x4.pmax (local.get $more) (f32x4.abs (v128.load offset=16 (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (local.set $k (i32.sub (local.get $k) (i32.const 8)))
          (br_if $find (local.get $k)))
        (local.set $most (f32x4.pmax (local.get $most) (local.get $more)))
        (local.set $max
          (f32.max
            (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
            (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most)))))
        (local.set $max (f32.max (local.get $max) (f32.const 1e-20)))
        (f32.store (local.get $scales) (f32.div (local.get $max) (local.get $levels)))
        (local.set $factor (f32x4.splat (f32.div (local.get $levels) (local.get $max))))
        (local.set $place
          (i32.add
            (i32.add (local.get $to) (i32.mul (i32.shr_u (local.get $row) (i32.const 2)) (i32.shl (local.get $inputs) (i32.const 3))))
            (i32.shl (i32.and (local.get $row) (i32.const 3)) (i32.const 2))))
        (local.set $at (local.get $from))
        (local.set $k (local.get $inputs))
        (loop $whole
          (local.set $eight
            (i16x8.narrow_i32x4_s
              (i32x4.sub
                (f32x4.add (f32x4.mul (v128.load (local.get $at)) (local.get $factor)) (local.get $round))
                (local.get $round))
              (i32x4.sub
                (f32x4.add (f32x4.mul (v128.load offset=16 (local.get $at)) (local.get $factor)) (local.get $round))
                (local.get $round))))
          (v128.store32_lane 0 (local.get $place) (local.get $eight))
          (v128.store32_lane offset=16 1 (local.get $place) (local.get $eight))
          (v128.store32_lane offset=32 2 (local.get $place) (local.get $eight))
          (v128.store32_lane offset=48 3 (local.get $place) (local.get $eight))
          (local.set $place (i32.add (local.get $place) (i32.const 64)))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (local.set $k (i32.sub (local.get $k) (i32.const 8)))
          (br_if $whole (local.get $k)))
        (local.set $row (i32.add (local.get $row) (i32.const 1)))
        (local.set $from (i32.add (local.get $from) (local.get $stride)))
        (local.set $scales (i32.add (local.get $scales) (i32.const 4)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
        (br $row))))

  ;; out[i][j] = bias[j] + scale[i] * weightScale[j] * (x[i] . w[j]), in tiles of four rows and sixteen columns: with vectors of 256 bits
  ;; so many sums fill the registers, and the products wait for no load. The rows lie as `quantise` leaves them, the weights in strips
  ;; of sixteen columns: a pair of inputs of each column, the next pair of each ... So both are read as they lie, and a strip stays
  ;; near while all rows go by. One or two rows behind the last tile go by singly, of three a tile is made, so that at most one row
  ;; too many is written.
  (func (export "multiply")
    (param $x i32) (param $scales i32) (param $rows i32) (param $inputs i32)
    (param $w i32) (param $weightScales i32) (param $bias i32) (param $columns i32) (param $out i32)
    (local $stripBytes i32) (local $blockBytes i32) (local $outBytes i32) (local $row i32) (local $tiled i32) (local $p i32) (local $q i32) (local $end i32)
    (local $s v128) (local $o i32) (local $w0 v128) (local $w1 v128) (local $w2 v128) (local $w3 v128)
    (local $a00 v128) (local $a01 v128) (local $a02 v128) (local $a03 v128)
    (local $a10 v128) (local $a11 v128) (local $a12 v128) (local $a13 v128)
    (local $a20 v128) (local $a21 v128) (local $a22 v128) (local $a23 v128)
    (local $a30 v128) (local $a31 v128) (local $a32 v128) (local $a33 v128)
    (local.set $stripBytes (i32.shl (local.get $inputs) (i32.const 5)))
    (local.set $blockBytes (i32.shl (local.get $inputs) (i32.const 3)))
    (local.set $outBytes (i32.shl (local.get $columns) (i32.const 2)))
    (local.set $tiled (i32.and (i32.add (local.get $rows) (i32.const 1)) (i32.const -4)))
    (loop $strip
      (local.set $end (i32.add (local.get $w) (local.get $stripBytes)))
      (local.set $p (local.get $x))
      (local.set $o (local.get $out))
      (local.set $row (i32.const 0))
      (block $untiled
        (loop $four
          (br_if $untiled (i32.ge_s (local.get $row) (local.get $tiled)))
          (local.set $q (local.get $w))
          (local.set $a00 (v128.const i32x4 0 0 0 0))
          (local.set $a01 (v128.const i32x4 0 0 0 0))
          (local.set $a02 (v128.const i32x4 0 0 0 0))
          (local.set $a03 (v128.const i32x4 0 0 0 0))
          (local.set $a10 (v128.const i32x4 0 0 0 0))
          (local.set $a11 (v128.const i32x4 0 0 0 0))
          (local.set $a12 (v128.const i32x4 0 0 0 0))
          (local.set $a13 (v128.const i32x4 0 0 0 0))
          (local.set $a20 (v128.const i32x4 0 0 0 0))
          (local.set $a21 (v128.const i32x4 0 0 0 0))
          (local.set $a22 (v128.const i32x4 0 0 0 0))
          (local.set $a23 (v128.const i32x4 0 0 0 0))
          (local.set $a30 (v128.const i32x4 0 0 0 0))
          (local.set $a31 (v128.const i32x4 0 0 0 0))
          (local.set $a32 (v128.const i32x4 0 0 0 0))
          (local.set $a33 (v128.const i32x4 0 0 0 0))
          (loop $pair
            (local.set $w0 (v128.load (local.get $q)))
            (local.set $w1 (v128.load offset=16 (local.get $q)))
            (local.set $w2 (v128.load offset=32 (local.get $q)))
            (local.set $w3 (v128.load offset=48 (local.get $q)))
            (local.set $s (v128.load32_splat (local.get $p)))
            (local.set $a00 (i32x4.add (local.get $a00) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a01 (i32x4.add (local.get $a01) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a02 (i32x4.add (local.get $a02) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a03 (i32x4.add (local.get $a03) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $s (v128.load32_splat offset=4 (local.get $p)))
            (local.set $a10 (i32x4.add (local.get $a10) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a11 (i32x4.add (local.get $a11) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a12 (i32x4.add (local.get $a12) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a13 (i32x4.add (local.get $a13) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $s (v128.load32_splat offset=8 (local.get $p)))
            (local.set $a20 (i32x4.add (local.get $a20) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a21 (i32x4.add (local.get $a21) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a22 (i32x4.add (local.get $a22) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a23 (i32x4.add (local.get $a23) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $s (v128.load32_splat offset=12 (local.get $p)))
            (local.set $a30 (i32x4.add (local.get $a30) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a31 (i32x4.add (local.get $a31) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a32 (i32x4.add (local.get $a32) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a33 (i32x4.add (local.get $a33) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $w0 (v128.load offset=64 (local.get $q)))
            (local.set $w1 (v128.load offset=80 (local.get $q)))
            (local.set $w2 (v128.load offset=96 (local.get $q)))
            (local.set $w3 (v128.load offset=112 (local.get $q)))
            (local.set $s (v128.load32_splat offset=16 (local.get $p)))
            (local.set $a00 (i32x4.add (local.get $a00) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a01 (i32x4.add (local.get $a01) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a02 (i32x4.add (local.get $a02) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a03 (i32x4.add (local.get $a03) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $s (v128.load32_splat offset=20 (local.get $p)))
            (local.set $a10 (i32x4.add (local.get $a10) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a11 (i32x4.add (local.get $a11) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a12 (i32x4.add (local.get $a12) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a13 (i32x4.add (local.get $a13) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $s (v128.load32_splat offset=24 (local.get $p)))
            (local.set $a20 (i32x4.add (local.get $a20) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a21 (i32x4.add (local.get $a21) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a22 (i32x4.add (local.get $a22) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a23 (i32x4.add (local.get $a23) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $s (v128.load32_splat offset=28 (local.get $p)))
            (local.set $a30 (i32x4.add (local.get $a30) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a31 (i32x4.add (local.get $a31) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a32 (i32x4.add (local.get $a32) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a33 (i32x4.add (local.get $a33) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $p (i32.add (local.get $p) (i32.const 32)))
            (local.set $q (i32.add (local.get $q) (i32.const 128)))
            (br_if $pair (i32.lt_u (local.get $q) (local.get $end))))
          (local.set $s (v128.load32_splat (i32.add (local.get $scales) (i32.shl (local.get $row) (i32.const 2)))))
          (local.set $w0
            (f32x4.add
              (v128.load (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a00)) (local.get $s)) (v128.load (local.get $weightScales)))))
          (local.set $w1
            (f32x4.add
              (v128.load offset=16 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a01)) (local.get $s)) (v128.load offset=16 (local.get $weightScales)))))
          (local.set $w2
            (f32x4.add
              (v128.load offset=32 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a02)) (local.get $s)) (v128.load offset=32 (local.get $weightScales)))))
          (local.set $w3
            (f32x4.add
              (v128.load offset=48 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a03)) (local.get $s)) (v128.load offset=48 (local.get $weightScales)))))
          (v128.store (local.get $o) (local.get $w0))
          (v128.store offset=16 (local.get $o) (local.get $w1))
          (v128.store offset=32 (local.get $o) (local.get $w2))
          (v128.store offset=48 (local.get $o) (local.get $w3))
          (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
          (local.set $s (v128.load32_splat offset=4 (i32.add (local.get $scales) (i32.shl (local.get $row) (i32.const 2)))))
          (local.set $w0
            (f32x4.add
              (v128.load (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a10)) (local.get $s)) (v128.load (local.get $weightScales)))))
          (local.set $w1
            (f32x4.add
              (v128.load offset=16 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a11)) (local.get $s)) (v128.load offset=16 (local.get $weightScales)))))
          (local.set $w2
            (f32x4.add
              (v128.load offset=32 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a12)) (local.get $s)) (v128.load offset=32 (local.get $weightScales)))))
          (local.set $w3
            (f32x4.add
              (v128.load offset=48 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a13)) (local.get $s)) (v128.load offset=48 (local.get $weightScales)))))
          (v128.store (local.get $o) (local.get $w0))
          (v128.store offset=16 (local.get $o) (local.get $w1))
          (v128.store offset=32 (local.get $o) (local.get $w2))
          (v128.store offset=48 (local.get $o) (local.get $w3))
          (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
          (local.set $s (v128.load32_splat offset=8 (i32.add (local.get $scales) (i32.shl (local.get $row) (i32.const 2)))))
          (local.set $w0
            (f32x4.add
              (v128.load (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a20)) (local.get $s)) (v128.load (local.get $weightScales)))))
          (local.set $w1
            (f32x4.add
              (v128.load offset=16 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a21)) (local.get $s)) (v128.load offset=16 (local.get $weightScales)))))
          (local.set $w2
            (f32x4.add
              (v128.load offset=32 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a22)) (local.get $s)) (v128.load offset=32 (local.get $weightScales)))))
          (local.set $w3
            (f32x4.add
              (v128.load offset=48 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a23)) (local.get $s)) (v128.load offset=48 (local.get $weightScales)))))
          (v128.store (local.get $o) (local.get $w0))
          (v128.store offset=16 (local.get $o) (local.get $w1))
          (v128.store offset=32 (local.get $o) (local.get $w2))
          (v128.store offset=48 (local.get $o) (local.get $w3))
          (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
          (local.set $s (v128.load32_splat offset=12 (i32.add (local.get $scales) (i32.shl (local.get $row) (i32.const 2)))))
          (local.set $w0
            (f32x4.add
              (v128.load (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a30)) (local.get $s)) (v128.load (local.get $weightScales)))))
          (local.set $w1
            (f32x4.add
              (v128.load offset=16 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a31)) (local.get $s)) (v128.load offset=16 (local.get $weightScales)))))
          (local.set $w2
            (f32x4.add
              (v128.load offset=32 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a32)) (local.get $s)) (v128.load offset=32 (local.get $weightScales)))))
          (local.set $w3
            (f32x4.add
              (v128.load offset=48 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a33)) (local.get $s)) (v128.load offset=48 (local.get $weightScales)))))
          (v128.store (local.get $o) (local.get $w0))
          (v128.store offset=16 (local.get $o) (local.get $w1))
          (v128.store offset=32 (local.get $o) (local.get $w2))
          (v128.store offset=48 (local.get $o) (local.get $w3))
          (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
          (local.set $row (i32.add (local.get $row) (i32.const 4)))
          (br $four)))
      (block $done
        (loop $one
          (br_if $done (i32.ge_s (local.get $row) (local.get $rows)))
          (local.set $q (local.get $w))
          (local.set $a00 (v128.const i32x4 0 0 0 0))
          (local.set $a01 (v128.const i32x4 0 0 0 0))
          (local.set $a02 (v128.const i32x4 0 0 0 0))
          (local.set $a03 (v128.const i32x4 0 0 0 0))
          (loop $pair
            (local.set $w0 (v128.load (local.get $q)))
            (local.set $w1 (v128.load offset=16 (local.get $q)))
            (local.set $w2 (v128.load offset=32 (local.get $q)))
            (local.set $w3 (v128.load offset=48 (local.get $q)))
            (local.set $s (v128.load32_splat (local.get $p)))
            (local.set $a00 (i32x4.add (local.get $a00) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a01 (i32x4.add (local.get $a01) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a02 (i32x4.add (local.get $a02) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a03 (i32x4.add (local.get $a03) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $w0 (v128.load offset=64 (local.get $q)))
            (local.set $w1 (v128.load offset=80 (local.get $q)))
            (local.set $w2 (v128.load offset=96 (local.get $q)))
            (local.set $w3 (v128.load offset=112 (local.get $q)))
            (local.set $s (v128.load32_splat offset=16 (local.get $p)))
            (local.set $a00 (i32x4.add (local.get $a00) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
            (local.set $a01 (i32x4.add (local.get $a01) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
            (local.set $a02 (i32x4.add (local.get $a02) (i32x4.dot_i16x8_s (local.get $s) (local.get $w2))))
            (local.set $a03 (i32x4.add (local.get $a03) (i32x4.dot_i16x8_s (local.get $s) (local.get $w3))))
            (local.set $p (i32.add (local.get $p) (i32.const 32)))
            (local.set $q (i32.add (local.get $q) (i32.const 128)))
            (br_if $pair (i32.lt_u (local.get $q) (local.get $end))))
          (local.set $s (v128.load32_splat (i32.add (local.get $scales) (i32.shl (local.get $row) (i32.const 2)))))
          (local.set $w0
            (f32x4.add
              (v128.load (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a00)) (local.get $s)) (v128.load (local.get $weightScales)))))
          (local.set $w1
            (f32x4.add
              (v128.load offset=16 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a01)) (local.get $s)) (v128.load offset=16 (local.get $weightScales)))))
          (local.set $w2
            (f32x4.add
              (v128.load offset=32 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a02)) (local.get $s)) (v128.load offset=32 (local.get $weightScales)))))
          (local.set $w3
            (f32x4.add
              (v128.load offset=48 (local.get $bias))
              (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $a03)) (local.get $s)) (v128.load offset=48 (local.get $weightScales)))))
          (v128.store (local.get $o) (local.get $w0))
          (v128.store offset=16 (local.get $o) (local.get $w1))
          (v128.store offset=32 (local.get $o) (local.get $w2))
          (v128.store offset=48 (local.get $o) (local.get $w3))
          (local.set $o (i32.add (local.get $o) (local.get $outBytes)))
          ;; from the end of this row to the start of the next, a pair further in the block
          (local.set $p (i32.add (i32.sub (local.get $p) (local.get $blockBytes)) (i32.const 4)))
          (local.set $row (i32.add (local.get $row) (i32.const 1)))
          (br $one)))
      (local.set $w (local.get $end))
      (local.set $weightScales (i32.add (local.get $weightScales) (i32.const 64)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 64)))
      (local.set $out (i32.add (local.get $out) (i32.const 64)))
      (local.set $columns (i32.sub (local.get $columns) (i32.const 16)))
      (br_if $strip (local.get $columns))))

  ;; to[i] += factor * row[i] for `count` numbers (a multiple of eight), the row in 8-bit whole numbers: product and sum in doubles,
  ;; then rounded.
  (func (export "addRow") (param $to i32) (param $row i32) (param $count i32) (param $factor f64)
    (local $eight v128) (local $low v128) (local $high v128) (local $scale v128)
    (local.set $scale (f64x2.splat (local.get $factor)))
    (loop $next
      (local.set $eight (v128.load8x8_s (local.get $row)))
      (local.set $low (i32x4.extend_low_i16x8_s (local.get $eight)))
      (local.set $high (i32x4.extend_high_i16x8_s (local.get $eight)))
      (v128.store (local.get $to) (call $addScaled (v128.load (local.get $to)) (local.get $low) (local.get $scale)))
      (v128.store offset=16 (local.get $to)
        (call $addScaled (v128.load offset=16 (local.get $to)) (local.get $high) (local.get $scale)))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (local.set $row (i32.add (local.get $row) (i32.const 8)))
      (local.set $count (i32.sub (local.get $count) (i32.const 8)))
      (br_if $next (local.get $count))))

  (func $addScaled (param $values v128) (param $whole v128) (param $scale v128) (result v128)
    (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
      (f32x4.demote_f64x2_zero
        (f64x2.add
          (f64x2.promote_low_f32x4 (local.get $values))
          (f64x2.mul (local.get $scale) (f64x2.convert_low_i32x4_s (local.get $whole)))))
      (f32x4.demote_f64x2_zero
        (f64x2.add
          (f64x2.promote_low_f32x4 (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $values) (local.get $values)))
          (f64x2.mul
            (local.get $scale)
            (f64x2.convert_low_i32x4_s
              (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $whole) (local.get $whole))))))))

  ;; to[i] = from[i] / root of the mean of its squares * gain (Zhang & Sennrich 2019), for each row of `size` bytes.
  (func (export "normalise")
    (param $from i32) (param $to i32) (param $rows i32) (param $size i32) (param $gain i32)
    (local $k i32) (local $p i32) (local $q i32) (local $sum v128) (local $value v128) (local $factor v128)
    (local $low v128) (local $high v128)
    (block $done
      (loop $row
        (br_if $done (i32.le_s (local.get $rows) (i32.const 0)))
        (local.set $sum (v128.const f32x4 0 0 0 0))
        (local.set $k (i32.const 0))
        (loop $square
          (local.set $value (v128.load (i32.add (local.get $from) (local.get $k))))
          (local.set $sum (f32x4.add (local.get $sum) (f32x4.mul (local.get $value) (local.get $value))))
          (local.set $k (i32.add (local.get $k) (i32.const 16)))
          (br_if $square (i32.lt_s (local.get $k) (local.get $size))))
        (local.set $factor
          (f32x4.splat
            (f32.div
              (f32.const 1)
              (f32.sqrt
                (f32.add
                  (f32.const 1e-5)
                  (f32.div
                    (f32.add
                      (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
                      (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum))))
                    (f32.convert_i32_s (i32.shr_s (local.get $size) (i32.const 2)))))))))
        (local.set $k (i32.const 0))
        (loop $scale
          (local.set $p (i32.add (local.get $from) (local.get $k)))
          (local.set $q (i32.add (local.get $gain) (local.get $k)))
          (local.set $low
            (f32x4.mul (f32x4.mul (v128.load (local.get $p)) (local.get $factor)) (v128.load (local.get $q))))
          (local.set $high
            (f32x4.mul (f32x4.mul (v128.load offset=16 (local.get $p)) (local.get $factor)) (v128.load offset=16 (local.get $q))))
          (local.set $q (i32.add (local.get $to) (local.get $k)))
          (v128.store (local.get $q) (local.get $low))
          (v128.store offset=16 (local.get $q) (local.get $high))
          (local.set $k (i32.add (local.get $k) (i32.const 32)))
          (br_if $scale (i32.lt_s (local.get $k) (local.get $size))))
        (local.set $from (i32.add (local.get $from) (local.get $size)))
        (local.set $to (i32.add (local.get $to) (local.get $size)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
        (br $row))))

  ;; to += what of from is above 0; `length` is a multiple of 32.
  (func (export "addPositive") (param $from i32) (param $to i32) (param $length i32)
    (local $k i32) (local $p i32) (local $q i32) (local $low v128) (local $high v128)
    (loop $eight
      (local.set $p (i32.add (local.get $from) (local.get $k)))
      (local.set $q (i32.add (local.get $to) (local.get $k)))
      (local.set $low
        (f32x4.add
          (v128.load (local.get $q))
          (f32x4.pmax (v128.load (local.get $p)) (v128.const f32x4 0 0 0 0))))
      (local.set $high
        (f32x4.add
          (v128.load offset=16 (local.get $q))
          (f32x4.pmax (v128.load offset=16 (local.get $p)) (v128.const f32x4 0 0 0 0))))
      (v128.store (local.get $q) (local.get $low))
      (v128.store offset=16 (local.get $q) (local.get $high))
      (local.set $k (i32.add (local.get $k) (i32.const 32)))
      (br_if $eight (i32.lt_s (local.get $k) (local.get $length)))))

  ;; x[i] = seen[n[i]] + what is above 0 of before[n[i - 1]] + here[n[i]] + after[n[i + 1]], for `rows` rows of `size` bytes: n are
  ;; the rows (0, 1 ...) at `neighbours`, the first of them n[-1].
  (func (export "joinSeen")
    (param $neighbours i32) (param $rows i32) (param $size i32)
    (param $seen i32) (param $before i32) (param $here i32) (param $after i32) (param $x i32)
    (local $k i32) (local $own i32) (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $p i32) (local $low v128) (local $high v128)
    (loop $row
      (local.set $own (i32.mul (i32.load offset=4 (local.get $neighbours)) (local.get $size)))
      (local.set $a (i32.add (local.get $before) (i32.mul (i32.load (local.get $neighbours)) (local.get $size))))
      (local.set $b (i32.add (local.get $here) (local.get $own)))
      (local.set $c (i32.add (local.get $after) (i32.mul (i32.load offset=8 (local.get $neighbours)) (local.get $size))))
      (local.set $d (i32.add (local.get $seen) (local.get $own)))
      (local.set $k (i32.const 0))
      (loop $eight
        (local.set $p (i32.add (local.get $a) (local.get $k)))
        (local.set $low (v128.load (local.get $p)))
        (local.set $high (v128.load offset=16 (local.get $p)))
        (local.set $p (i32.add (local.get $b) (local.get $k)))
        (local.set $low (f32x4.add (local.get $low) (v128.load (local.get $p))))
        (local.set $high (f32x4.add (local.get $high) (v128.load offset=16 (local.get $p))))
        (local.set $p (i32.add (local.get $c) (local.get $k)))
        (local.set $low (f32x4.add (local.get $low) (v128.load (local.get $p))))
        (local.set $high (f32x4.add (local.get $high) (v128.load offset=16 (local.get $p))))
        (local.set $p (i32.add (local.get $d) (local.get $k)))
        (local.set $low
          (f32x4.add (v128.load (local.get $p)) (f32x4.pmax (local.get $low) (v128.const f32x4 0 0 0 0))))
        (local.set $high
          (f32x4.add (v128.load offset=16 (local.get $p)) (f32x4.pmax (local.get $high) (v128.const f32x4 0 0 0 0))))
        (local.set $p (i32.add (local.get $x) (local.get $k)))
        (v128.store (local.get $p) (local.get $low))
        (v128.store offset=16 (local.get $p) (local.get $high))
        (local.set $k (i32.add (local.get $k) (i32.const 32)))
        (br_if $eight (i32.lt_s (local.get $k) (local.get $size))))
      (local.set $neighbours (i32.add (local.get $neighbours) (i32.const 4)))
      (local.set $x (i32.add (local.get $x) (local.get $size)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $row (local.get $rows))))

  ;; What is below 0 becomes 0; `length` is a multiple of 32.
  (func (export "rectify") (param $at i32) (param $length i32)
    (local $k i32) (local $p i32) (local $low v128) (local $high v128)
    (loop $eight
      (local.set $p (i32.add (local.get $at) (local.get $k)))
      (local.set $low (f32x4.pmax (v128.load (local.get $p)) (v128.const f32x4 0 0 0 0)))
      (local.set $high (f32x4.pmax (v128.load offset=16 (local.get $p)) (v128.const f32x4 0 0 0 0)))
      (v128.store (local.get $p) (local.get $low))
      (v128.store offset=16 (local.get $p) (local.get $high))
      (local.set $k (i32.add (local.get $k) (i32.const 32)))
      (br_if $eight (i32.lt_s (local.get $k) (local.get $length)))))

  ;; tanh of the numbers times `factor`, in place, within 3e-7: x P(x^2) / Q(x^2), the quotient that Eigen uses; flat beyond 7.9.
  ;; `length` is a multiple of 32.
  (func (export "tanh") (param $at i32) (param $length i32) (param $factor f32)
    (local $end i32) (local $by v128)
    (local $x0 v128) (local $s0 v128) (local $p0 v128) (local $q0 v128)
    (local $x1 v128) (local $s1 v128) (local $p1 v128) (local $q1 v128)
    (local $limit v128) (local $floor v128) (local $c6 v128) (local $c5 v128) (local $c4 v128) (local $c3 v128) (local $c2 v128)
    (local $c1 v128) (local $c0 v128) (local $d3 v128) (local $d2 v128) (local $d1 v128) (local $d0 v128)
    (local.set $end (i32.add (local.get $at) (local.get $length)))
    (local.set $by (f32x4.splat (local.get $factor)))
    ;; V8 makes a constant anew wherever it stands
    (local.set $limit (v128.const f32x4 7.9 7.9 7.9 7.9))
    (local.set $floor (v128.const f32x4 -7.9 -7.9 -7.9 -7.9))
    (local.set $c6 (v128.const f32x4 -2.76076847742355e-16 -2.76076847742355e-16 -2.76076847742355e-16 -2.76076847742355e-16))
    (local.set $c5 (v128.const f32x4 2.00018790482477e-13 2.00018790482477e-13 2.00018790482477e-13 2.00018790482477e-13))
    (local.set $c4 (v128.const f32x4 -8.60467152213735e-11 -8.60467152213735e-11 -8.60467152213735e-11 -8.60467152213735e-11))
    (local.set $c3 (v128.const f32x4 5.12229709037114e-08 5.12229709037114e-08 5.12229709037114e-08 5.12229709037114e-08))
    (local.set $c2 (v128.const f32x4 1.48572235717979e-05 1.48572235717979e-05 1.48572235717979e-05 1.48572235717979e-05))
    (local.set $c1 (v128.const f32x4 6.37261928875436e-04 6.37261928875436e-04 6.37261928875436e-04 6.37261928875436e-04))
    (local.set $c0 (v128.const f32x4 4.89352455891786e-03 4.89352455891786e-03 4.89352455891786e-03 4.89352455891786e-03))
    (local.set $d3 (v128.const f32x4 1.19825839466702e-06 1.19825839466702e-06 1.19825839466702e-06 1.19825839466702e-06))
    (local.set $d2 (v128.const f32x4 1.18534705686654e-04 1.18534705686654e-04 1.18534705686654e-04 1.18534705686654e-04))
    (local.set $d1 (v128.const f32x4 2.26843463243900e-03 2.26843463243900e-03 2.26843463243900e-03 2.26843463243900e-03))
    (local.set $d0 (v128.const f32x4 4.89352518554385e-03 4.89352518554385e-03 4.89352518554385e-03 4.89352518554385e-03))
    (loop $eight
      (local.set $x0
        (f32x4.pmax
          (f32x4.pmin
            (f32x4.mul (local.get $by) (v128.load (local.get $at)))
            (local.get $limit))
          (local.get $floor)))
      (local.set $x1
        (f32x4.pmax
          (f32x4.pmin
            (f32x4.mul (local.get $by) (v128.load offset=16 (local.get $at)))
            (local.get $limit))
          (local.get $floor)))
      (local.set $s0 (f32x4.mul (local.get $x0) (local.get $x0)))
      (local.set $s1 (f32x4.mul (local.get $x1) (local.get $x1)))
      (local.set $p0 (local.get $c6))
      (local.set $p1 (local.get $c6))
      (local.set $p0 (f32x4.add (f32x4.mul (local.get $p0) (local.get $s0)) (local.get $c5)))
      (local.set $p1 (f32x4.add (f32x4.mul (local.get $p1) (local.get $s1)) (local.get $c5)))
      (local.set $p0 (f32x4.add (f32x4.mul (local.get $p0) (local.get $s0)) (local.get $c4)))
      (local.set $p1 (f32x4.add (f32x4.mul (local.get $p1) (local.get $s1)) (local.get $c4)))
      (local.set $p0 (f32x4.add (f32x4.mul (local.get $p0) (local.get $s0)) (local.get $c3)))
      (local.set $p1 (f32x4.add (f32x4.mul (local.get $p1) (local.get $s1)) (local.get $c3)))
      (local.set $p0 (f32x4.add (f32x4.mul (local.get $p0) (local.get $s0)) (local.get $c2)))
      (local.set $p1 (f32x4.add (f32x4.mul (local.get $p1) (local.get $s1)) (local.get $c2)))
      (local.set $p0 (f32x4.add (f32x4.mul (local.get $p0) (local.get $s0)) (local.get $c1)))
      (local.set $p1 (f32x4.add (f32x4.mul (local.get $p1) (local.get $s1)) (local.get $c1)))
      (local.set $p0 (f32x4.add (f32x4.mul (local.get $p0) (local.get $s0)) (local.get $c0)))
      (local.set $p1 (f32x4.add (f32x4.mul (local.get $p1) (local.get $s1)) (local.get $c0)))
      (local.set $q0 (local.get $d3))
      (local.set $q1 (local.get $d3))
      (local.set $q0 (f32x4.add (f32x4.mul (local.get $q0) (local.get $s0)) (local.get $d2)))
      (local.set $q1 (f32x4.add (f32x4.mul (local.get $q1) (local.get $s1)) (local.get $d2)))
      (local.set $q0 (f32x4.add (f32x4.mul (local.get $q0) (local.get $s0)) (local.get $d1)))
      (local.set $q1 (f32x4.add (f32x4.mul (local.get $q1) (local.get $s1)) (local.get $d1)))
      (local.set $q0 (f32x4.add (f32x4.mul (local.get $q0) (local.get $s0)) (local.get $d0)))
      (local.set $q1 (f32x4.add (f32x4.mul (local.get $q1) (local.get $s1)) (local.get $d0)))
      (local.set $p0 (f32x4.div (f32x4.mul (local.get $x0) (local.get $p0)) (local.get $q0)))
      (local.set $p1 (f32x4.div (f32x4.mul (local.get $x1) (local.get $p1)) (local.get $q1)))
      (v128.store (local.get $at) (local.get $p0))
      (v128.store offset=16 (local.get $at) (local.get $p1))
      (local.set $at (i32.add (local.get $at) (i32.const 32)))
      (br_if $eight (i32.lt_u (local.get $at) (local.get $end)))))

  ;; h[t] = f[t] h[t-1] + (1 - f[t]) s[t] with f = (1 + forget) / 2, in place of s, for one strip of `width` bytes of the rows,
  ;; `stride` bytes from one row to the next: below 0 to go backwards. h starts as 0. `width` is a multiple of 32.
  (func (export "recur") (param $state i32) (param $forget i32) (param $rows i32) (param $stride i32) (param $width i32)
    (local $k i32) (local $row i32) (local $p i32) (local $q i32)
    (local $h0 v128) (local $f0 v128) (local $s0 v128) (local $h1 v128) (local $f1 v128) (local $s1 v128) (local $half v128)
    (local.set $half (v128.const f32x4 0.5 0.5 0.5 0.5))
    (loop $strip
      (local.set $h0 (v128.const f32x4 0 0 0 0))
      (local.set $h1 (v128.const f32x4 0 0 0 0))
      (local.set $p (i32.add (local.get $state) (local.get $k)))
      (local.set $q (i32.add (local.get $forget) (local.get $k)))
      (local.set $row (local.get $rows))
      (loop $step
        (local.set $f0
          (f32x4.add
            (local.get $half)
            (f32x4.mul (local.get $half) (v128.load (local.get $q)))))
        (local.set $f1
          (f32x4.add
            (local.get $half)
            (f32x4.mul (local.get $half) (v128.load offset=16 (local.get $q)))))
        (local.set $s0 (v128.load (local.get $p)))
        (local.set $s1 (v128.load offset=16 (local.get $p)))
        (local.set $h0
          (f32x4.add (local.get $s0) (f32x4.mul (local.get $f0) (f32x4.sub (local.get $h0) (local.get $s0)))))
        (local.set $h1
          (f32x4.add (local.get $s1) (f32x4.mul (local.get $f1) (f32x4.sub (local.get $h1) (local.get $s1)))))
        (v128.store (local.get $p) (local.get $h0))
        (v128.store offset=16 (local.get $p) (local.get $h1))
        (local.set $p (i32.add (local.get $p) (local.get $stride)))
        (local.set $q (i32.add (local.get $q) (local.get $stride)))
        (local.set $row (i32.sub (local.get $row) (i32.const 1)))
        (br_if $step (local.get $row)))
      (local.set $k (i32.add (local.get $k) (i32.const 32)))
      (br_if $strip (i32.lt_s (local.get $k) (local.get $width)))))

  ;; to += from; `length` is a multiple of 32.
  (func (export "add") (param $from i32) (param $to i32) (param $length i32)
    (local $end i32) (local $low v128) (local $high v128)
    (local.set $end (i32.add (local.get $to) (local.get $length)))
    (loop $eight
      (local.set $low (f32x4.add (v128.load (local.get $to)) (v128.load (local.get $from))))
      (local.set $high (f32x4.add (v128.load offset=16 (local.get $to)) (v128.load offset=16 (local.get $from))))
      (v128.store (local.get $to) (local.get $low))
      (v128.store offset=16 (local.get $to) (local.get $high))
      (local.set $from (i32.add (local.get $from) (i32.const 32)))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (br_if $eight (i32.lt_u (local.get $to) (local.get $end)))))

  ;; Writes to `out`, as i32, the places (0, 1 …) of those of `count` numbers that lie within `margin` of the largest, and
  ;; returns how many there are. The numbers are filled up to a multiple of four, in which what stands beyond `count` is not asked.
  (func (export "near") (param $from i32) (param $count i32) (param $margin f32) (param $out i32) (result i32)
    (local $k i32) (local $at i32) (local $four v128) (local $most f32) (local $least v128) (local $found i32) (local $hits i32)
    (local.set $four (v128.const f32x4 -inf -inf -inf -inf))
    (local.set $at (local.get $from))
    (block $ended
      (loop $largest
        (br_if $ended (i32.gt_s (i32.add (local.get $k) (i32.const 4)) (local.get $count)))
        (local.set $four (f32x4.pmax (local.get $four) (v128.load (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (local.set $k (i32.add (local.get $k) (i32.const 4)))
        (br $largest)))
    (local.set $most
      (f32.max
        (f32.max (f32x4.extract_lane 0 (local.get $four)) (f32x4.extract_lane 1 (local.get $four)))
        (f32.max (f32x4.extract_lane 2 (local.get $four)) (f32x4.extract_lane 3 (local.get $four)))))
    (block $last
      (loop $rest
        (br_if $last (i32.ge_s (local.get $k) (local.get $count)))
        (local.set $most (f32.max (local.get $most) (f32.load (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $k (i32.add (local.get $k) (i32.const 1)))
        (br $rest)))
    (local.set $least (f32x4.splat (f32.sub (local.get $most) (local.get $margin))))
    (local.set $k (i32.const 0))
    (local.set $at (local.get $from))
    (loop $take
      (local.set $hits (i32x4.bitmask (f32x4.ge (v128.load (local.get $at)) (local.get $least))))
      (block $none
        (loop $hit
          (br_if $none (i32.eqz (local.get $hits)))
          (i32.store
            (i32.add (local.get $out) (i32.shl (local.get $found) (i32.const 2)))
            (i32.add (local.get $k) (i32.ctz (local.get $hits))))
          (local.set $found
            (i32.add
              (local.get $found)
              (i32.lt_s (i32.add (local.get $k) (i32.ctz (local.get $hits))) (local.get $count))))
          (local.set $hits (i32.and (local.get $hits) (i32.sub (local.get $hits) (i32.const 1))))
          (br $hit)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (local.set $k (i32.add (local.get $k) (i32.const 4)))
      (br_if $take (i32.lt_s (local.get $k) (local.get $count))))
    (local.get $found)))
